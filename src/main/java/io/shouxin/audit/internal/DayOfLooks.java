package io.shouxin.audit.internal;

import io.shouxin.audit.Act;
import io.shouxin.audit.UnusualRules;
import io.shouxin.audit.UnusualRules.Measure;
import io.shouxin.audit.UnusualRules.Period;
import io.shouxin.audit.UnusualRules.Rule;
import io.shouxin.evidence.EvidenceView;
import io.shouxin.shared.ChinaTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one colleague looked at on one day in China, counted by hours and acts. */
final class DayOfLooks {

    private final Colleagues colleagues;
    private final Map<Integer, Map<Act, Bucket>> hours = new TreeMap<>();
    private final Map<Act, Bucket> day = new EnumMap<>(Act.class);

    DayOfLooks(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    /** People of the lists who seem to be members of the firm. */
    record Colleagues(Set<UUID> byMail, Set<UUID> byName) {

        static final Colleagues NONE = new Colleagues(Set.of(), Set.of());
    }

    /** What a rule found on the day, however many of its hours. */
    record Found(Rule rule, Set<Act> acts, Set<Integer> hours, int amount, int entries, Instant first, Instant last) {}

    void add(EvidenceView entry) {
        int hour = entry.at().atZone(ChinaTime.ZONE).getHour();
        Map<Act, Bucket> ofHour = hours.computeIfAbsent(hour, none -> new EnumMap<>(Act.class));
        for (Act act : Looks.acts(entry, colleagues)) {
            Collection<UUID> people = act.isOfPeople() ? Looks.people(entry) : Set.of();
            ofHour.computeIfAbsent(act, none -> new Bucket()).add(entry, people);
            day.computeIfAbsent(act, none -> new Bucket()).add(entry, people);
        }
    }

    List<Found> found(UnusualRules rules, boolean closedDay) {
        Map<Rule, List<Hit>> hits = new LinkedHashMap<>();
        hours.forEach((hour, acts) -> acts.forEach(
                (act, bucket) -> rules.broken(new Measure(Period.HOUR, act, bucket.amount(act), hour, closedDay))
                        .forEach(rule -> hits.computeIfAbsent(rule, none -> new ArrayList<>())
                                .add(new Hit(act, hour, bucket)))));
        day.forEach((act, bucket) -> rules.broken(new Measure(Period.DAY, act, bucket.amount(act), null, closedDay))
                .forEach(rule ->
                        hits.computeIfAbsent(rule, none -> new ArrayList<>()).add(new Hit(act, null, bucket))));
        return hits.entrySet().stream()
                .map(hit -> found(hit.getKey(), hit.getValue()))
                .toList();
    }

    private static Found found(Rule rule, List<Hit> hits) {
        Map<Act, Bucket> sums = new EnumMap<>(Act.class);
        Set<Integer> hours = new TreeSet<>();
        for (Hit hit : hits) {
            sums.computeIfAbsent(hit.act(), none -> new Bucket()).add(hit.bucket());
            if (hit.hour() != null) {
                hours.add(hit.hour());
            }
        }
        Bucket all = new Bucket();
        sums.values().forEach(all::add);
        int amount = sums.entrySet().stream()
                .mapToInt(sum -> sum.getValue().amount(sum.getKey()))
                .sum();
        return new Found(rule, EnumSet.copyOf(sums.keySet()), hours, amount, all.entries, all.first, all.last);
    }

    private record Hit(Act act, @Nullable Integer hour, Bucket bucket) {}

    private static final class Bucket {

        private final Set<UUID> people = new HashSet<>();
        private int entries;
        private Instant first = Instant.MAX;
        private Instant last = Instant.MIN;

        void add(EvidenceView entry, Collection<UUID> whom) {
            people.addAll(whom);
            entries++;
            reach(entry.at(), entry.at());
        }

        void add(Bucket other) {
            people.addAll(other.people);
            entries += other.entries;
            reach(other.first, other.last);
        }

        private void reach(Instant from, Instant until) {
            first = from.isBefore(first) ? from : first;
            last = until.isAfter(last) ? until : last;
        }

        int amount(Act act) {
            return act.isOfPeople() ? people.size() : entries;
        }
    }
}
