package io.shouxin.match.internal;

import io.shouxin.match.Belongings;
import io.shouxin.match.Obstacle;
import io.shouxin.match.PossibleMatch;
import io.shouxin.match.PossibleMatch.Course;
import io.shouxin.record.Claims;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.Hold;
import io.shouxin.record.Holds;
import io.shouxin.record.OpenClaim;
import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.record.Records;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.subject.Subject;
import io.shouxin.subject.Subjects;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What stands against merging two people, and against parting them again. */
@Component
class Obstacles {

    private final Subjects subjects;
    private final Records records;
    private final PersonData persons;
    private final Holds holds;
    private final Claims claims;
    private final MatchRows matches;
    private final List<Belongings> belongings;
    private final Clock clock;

    Obstacles(
            Subjects subjects,
            Records records,
            PersonData persons,
            Holds holds,
            Claims claims,
            MatchRows matches,
            List<Belongings> belongings,
            Clock clock) {
        this.subjects = subjects;
        this.records = records;
        this.persons = persons;
        this.holds = holds;
        this.claims = claims;
        this.matches = matches;
        this.belongings = belongings;
        this.clock = clock;
    }

    /** Those of these people of whom the actor may see something: a record in one of their branches. */
    Set<UUID> visible(Collection<UUID> people, Actor actor) {
        return records.of(people).stream()
                .filter(record -> actor.sees(record.branchId()))
                .map(HeldRecord::subjectId)
                .collect(Collectors.toSet());
    }

    Optional<Obstacle> toMerge(PossibleMatch match, Actor actor) {
        List<UUID> people = match.found().people();
        Map<UUID, Subject> known = subjects.findAll(people);
        List<Subject> both =
                people.stream().map(id -> Objects.requireNonNull(known.get(id))).toList();
        if (both.stream().anyMatch(Subject::erased)) {
            return Optional.of(Obstacle.ERASED);
        }
        if (both.stream().anyMatch(subject -> subject.mergedInto() != null)) {
            return Optional.of(Obstacle.MERGED_ELSEWHERE);
        }
        if (both.get(0).kind() != both.get(1).kind()) {
            return Optional.of(Obstacle.OTHER_ROLE);
        }
        if (!visible(people, actor).containsAll(people)) {
            return Optional.of(Obstacle.OTHER_BRANCH);
        }
        Optional<Obstacle> standing = standing(people);
        if (standing.isPresent()) {
            return standing;
        }
        Set<String> numbers = new HashSet<>();
        boolean sameClaim =
                !claims.standing(people).stream().map(OpenClaim::reference).allMatch(numbers::add);
        if (sameClaim) {
            return Optional.of(Obstacle.SAME_CLAIM);
        }
        return differInNumber(people) ? Optional.of(Obstacle.OTHER_NUMBER) : Optional.empty();
    }

    /** Both have valid identity numbers, and none in common. A mistyped one rarely has the right check digit. */
    private boolean differInNumber(List<UUID> people) {
        Map<UUID, Set<String>> numbers = persons.validIdNumbers(people, Purpose.CASE);
        return numbers.size() == 2
                && Collections.disjoint(
                        numbers.getOrDefault(people.get(0), Set.of()), numbers.getOrDefault(people.get(1), Set.of()));
    }

    Optional<Obstacle> toUndo(PossibleMatch match) {
        Course course = match.course();
        UUID survivor = course.survivor();
        Instant at = course.decidedAt();
        if (survivor == null || at == null || !match.mayBeUndoneOn(ChinaTime.today(clock))) {
            return Optional.of(Obstacle.TOO_LATE);
        }
        Subject one = subjects.get(survivor);
        UUID absorbed = match.absorbed();
        if (one.erased() || (absorbed != null && subjects.get(absorbed).erased())) {
            return Optional.of(Obstacle.ERASED_SINCE);
        }
        if (one.mergedInto() != null) {
            return Optional.of(Obstacle.MERGED_ELSEWHERE);
        }
        Set<UUID> came = matches.moved(match.id(), MatchRows.Thing.RECORD);
        long left = records.byIds(came).stream()
                .filter(record -> record.subjectId().equals(survivor))
                .count();
        if (left != came.size()) {
            return Optional.of(Obstacle.ERASED_SINCE);
        }
        Set<UUID> cases = matches.moved(match.id(), MatchRows.Thing.CASE);
        if (belongings.stream().anyMatch(each -> each.decidedSince(survivor, at, cases))) {
            return Optional.of(Obstacle.CASE_SINCE);
        }
        if (claims.standing(List.of(survivor)).stream()
                .anyMatch(claim -> claim.recordedAt().isAfter(at))) {
            return Optional.of(Obstacle.CLAIM_SINCE);
        }
        return standing(List.of(survivor));
    }

    /** A case is told before the restriction that it placed. */
    private Optional<Obstacle> standing(List<UUID> people) {
        return Stream.concat(
                        belongings.stream().map(each -> each.obstacle(people)).flatMap(Optional::stream),
                        holds.standing(people).stream().map(Obstacles::of))
                .findFirst();
    }

    private static Obstacle of(Hold hold) {
        return switch (hold.kind()) {
            case RESTRICTION -> Obstacle.RESTRICTED;
            case STORAGE_ONLY -> Obstacle.STORED_ONLY;
            case SEAL -> Obstacle.SEALED;
        };
    }
}
