package io.shouxin.demo;

import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.record.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Finds clients of the demo's lists for its cases: some of each branch, none of those whom the mailbox page names. */
@Component
@Profile("demo")
class DemoPeople {

    private static final int OF_EACH = 30;
    private static final Set<String> NAMED =
            Set.of(DemoLists.BUYER, DemoLists.LOOKER, DemoLists.SELLER, DemoLists.FAMILY);

    private final Records records;
    private final PersonData people;

    DemoPeople(Records records, PersonData people) {
        this.records = records;
        this.people = people;
    }

    /** Five clients: four of the brokerage, then one of the housekeeping branch. */
    List<UUID> inLists() {
        List<UUID> chosen = new ArrayList<>(strangers(DemoFirm.BROKERAGE, 4));
        chosen.addAll(strangers(DemoFirm.HOUSEKEEPING, 1));
        return chosen;
    }

    private List<UUID> strangers(UUID branch, int count) {
        return records.peopleIn(Set.of(branch), 0, OF_EACH).stream()
                .filter(id -> people.card(id, Purpose.CASE).phones().stream().noneMatch(NAMED::contains))
                .limit(count)
                .toList();
    }
}
