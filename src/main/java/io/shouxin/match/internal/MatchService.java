package io.shouxin.match.internal;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.inbox.Escalations;
import io.shouxin.match.Belongings;
import io.shouxin.match.MatchStatus;
import io.shouxin.match.MatchSteps;
import io.shouxin.match.Matches;
import io.shouxin.match.PossibleMatch;
import io.shouxin.record.Category;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.PersonData;
import io.shouxin.record.PersonData.Card;
import io.shouxin.record.Purpose;
import io.shouxin.record.Records;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.Masking;
import io.shouxin.shared.NotFound;
import io.shouxin.subject.Subjects;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class MatchService implements Matches, MatchSteps {

    private static final String SEPARATOR = " · ";

    private final MatchRows matches;
    private final Merger merger;
    private final Obstacles obstacles;
    private final Records records;
    private final PersonData people;
    private final Subjects subjects;
    private final List<Belongings> belongings;
    private final Escalations escalations;
    private final EvidenceLog evidence;
    private final CurrentActor current;
    private final Clock clock;

    MatchService(
            MatchRows matches,
            Merger merger,
            Obstacles obstacles,
            Records records,
            PersonData people,
            Subjects subjects,
            List<Belongings> belongings,
            Escalations escalations,
            EvidenceLog evidence,
            CurrentActor current,
            Clock clock) {
        this.matches = matches;
        this.merger = merger;
        this.obstacles = obstacles;
        this.records = records;
        this.people = people;
        this.subjects = subjects;
        this.belongings = belongings;
        this.escalations = escalations;
        this.evidence = evidence;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public View view(UUID id) {
        Actor actor = current.get();
        PossibleMatch match = visible(matches.get(id), actor);
        List<UUID> both = match.found().people();
        Set<UUID> seen = obstacles.visible(both, actor);
        Map<UUID, Card> cards = people.cards(seen, Purpose.CASE);
        Map<UUID, Instant> since = subjects.since(seen);
        seen.stream()
                .sorted()
                .forEach(person -> evidence.append(EvidenceEvent.of(EvidenceKind.VIEWED, actor)
                        .caseId(id)
                        .subjectId(person)
                        .target("match", id)
                        .build()));
        List<Side> sides = both.stream()
                .map(person -> seen.contains(person)
                        ? side(Objects.requireNonNull(cards.get(person)), since.get(person), actor)
                        : new Side(person, false, "", null, Map.of(), List.of()))
                .toList();
        return new View(
                match,
                sides.get(0),
                sides.get(1),
                seen.containsAll(both)
                        ? lines(
                                Objects.requireNonNull(cards.get(both.get(0))),
                                Objects.requireNonNull(cards.get(both.get(1))))
                        : List.of(),
                match.status() == MatchStatus.OPEN
                        ? obstacles.toMerge(match, actor).orElse(null)
                        : null);
    }

    private Side side(Card card, @Nullable Instant since, Actor actor) {
        Map<Category, Integer> counts = new EnumMap<>(Category.class);
        records.of(card.subject()).stream()
                .filter(record -> actor.sees(record.branchId()))
                .map(HeldRecord::category)
                .forEach(category -> counts.merge(category, 1, Integer::sum));
        return new Side(
                card.subject(),
                true,
                (card.maskedName() + " " + card.maskedPhone()).strip(),
                since,
                counts,
                belongings.stream()
                        .flatMap(each -> each.underWay(card.subject()).stream())
                        .toList());
    }

    private static List<Line> lines(Card first, Card second) {
        List<Line> lines = new ArrayList<>();
        line(lines, Field.NAME, named(first.name()), named(second.name()), Masking::name);
        line(lines, Field.PHONE, Set.copyOf(first.phones()), Set.copyOf(second.phones()), Masking::phone);
        line(lines, Field.ID_NUMBER, named(first.idNumber()), named(second.idNumber()), Masking::headOfIdNumber);
        line(lines, Field.EMAIL, lower(first.emails()), lower(second.emails()), Masking::email);
        return lines;
    }

    private static Set<String> named(String value) {
        return value.isBlank() ? Set.of() : Set.of(value.strip());
    }

    private static Set<String> lower(List<String> values) {
        return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private static void line(
            List<Line> lines, Field field, Set<String> first, Set<String> second, UnaryOperator<String> mask) {
        if (!first.isEmpty() || !second.isEmpty()) {
            lines.add(new Line(field, masked(first, mask), masked(second, mask), likeness(first, second)));
        }
    }

    private static String masked(Set<String> values, UnaryOperator<String> mask) {
        return values.stream().sorted().map(mask).collect(Collectors.joining(SEPARATOR));
    }

    private static Likeness likeness(Set<String> first, Set<String> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return Likeness.ONE_SIDED;
        }
        if (first.equals(second)) {
            return Likeness.SAME;
        }
        Set<String> shared = new LinkedHashSet<>(first);
        shared.retainAll(second);
        return shared.isEmpty() ? Likeness.DIFFERENT : Likeness.PARTLY;
    }

    @Override
    public String reveal(UUID id, UUID person) {
        Actor actor = current.get();
        PossibleMatch match = visible(matches.get(id), actor);
        if (!match.found().people().contains(person)
                || !obstacles.visible(List.of(person), actor).contains(person)) {
            throw new NotFound("subject", person);
        }
        evidence.append(EvidenceEvent.of(EvidenceKind.REVEALED, actor)
                .caseId(id)
                .subjectId(person)
                .target("match", id)
                .build());
        Card card = people.card(person, Purpose.CASE);
        List<String> parts = new ArrayList<>();
        parts.add(card.name());
        parts.addAll(card.phones());
        parts.add(card.idNumber());
        parts.addAll(card.emails());
        parts.removeIf(String::isBlank);
        return String.join(SEPARATOR, parts);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Merge> mergesInto(UUID person) {
        Actor actor = current.get();
        LocalDate today = ChinaTime.today(clock);
        return actor.hasAny(DECIDERS)
                ? matches.mergedInto(person).stream()
                        .filter(match -> actor.sees(match.found().branchId()) && match.mayBeUndoneOn(today))
                        .map(match -> new Merge(
                                match.id(),
                                match.found().reference(),
                                Objects.requireNonNull(match.course().decidedAt()),
                                Objects.requireNonNull(match.course().undoUntil()),
                                obstacles.toUndo(match)))
                        .toList()
                : List.of();
    }

    @Override
    public void undo(UUID id) {
        Actor actor = current.get();
        visible(matches.get(id), actor);
        merger.undo(merger.lock(id), actor);
    }

    private static PossibleMatch visible(PossibleMatch match, Actor actor) {
        if (!actor.hasAny(DECIDERS) || !actor.sees(match.found().branchId())) {
            throw new NotFound("match", match.id());
        }
        return match;
    }

    @Override
    @Transactional(readOnly = true)
    public Instant dueAt(UUID id) {
        return ChinaTime.startOf(
                Objects.requireNonNull(matches.get(id).found().dueOn()).plusDays(1));
    }

    @Override
    public void escalate(UUID id) {
        escalations.escalate(id);
    }
}
