package io.shouxin.demo;

import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.record.Records;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Finds clients of the demo's lists for its cases: some of each branch, none of those whom the mailbox page names. */
@Component
@Profile("demo")
class DemoPeople {

    private static final int OF_EACH = 200;
    private static final Set<String> NAMED =
            Set.of(DemoLists.BUYER, DemoLists.LOOKER, DemoLists.SELLER, DemoLists.FAMILY);

    private final Records records;
    private final PersonData people;

    DemoPeople(Records records, PersonData people) {
        this.records = records;
        this.people = people;
    }

    /**
     * Five clients, the same at every start: four of the brokerage, then one of the housekeeping branch. The first never closed a
     * deal, so that the clerk has something to decide whatever day it is.
     */
    List<UUID> inLists() {
        List<UUID> brokerage = strangers(DemoFirm.BROKERAGE);
        UUID lookedOnly = brokerage.stream()
                .filter(id -> records.of(id).stream().allMatch(record -> record.dealType() == null))
                .findFirst()
                .orElse(brokerage.get(0));
        return Stream.of(
                        Stream.of(lookedOnly),
                        brokerage.stream().filter(id -> !id.equals(lookedOnly)).limit(3),
                        strangers(DemoFirm.HOUSEKEEPING).stream().limit(1))
                .flatMap(Function.identity())
                .toList();
    }

    /** In the order of their numbers: ids are drawn anew for each demo. */
    private List<UUID> strangers(UUID branch) {
        return records.peopleIn(Set.of(branch), 0, OF_EACH).stream()
                .map(id -> Map.entry(id, people.card(id, Purpose.CASE).phones()))
                .filter(person -> !person.getValue().isEmpty())
                .filter(person -> person.getValue().stream().noneMatch(NAMED::contains))
                .sorted(Comparator.comparing(person -> person.getValue().get(0)))
                .map(Map.Entry::getKey)
                .toList();
    }
}
