package io.shouxin.match.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.record.Category;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.ImportView;
import io.shouxin.record.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists that come again after two people in them were merged. */
class ImportAfterMergeTest extends MergeFixture {

    @Autowired
    ImportAfterMergeTest(BeanFactory beans) {
        super(beans);
    }

    @Test
    void what_was_erased_of_one_before_a_merge_does_not_come_back_to_the_other_after_it() {
        imported("客户姓名,联系电话\n何一,13811110021\n");
        UUID one = onlyPersonOf("13811110021");
        String list = "客户姓名,联系电话,备注\n何壹,13811110021/13811110022,爱喝茶\n";
        imported(list);
        UUID other = onlyPersonOf("13811110022");
        Set<UUID> notes = records.of(other).stream()
                .filter(record -> record.category() == Category.NOTE)
                .map(HeldRecord::id)
                .collect(Collectors.toSet());
        assertThat(notes).isNotEmpty();
        transaction.executeWithoutResult(status -> erasure.erase(UUID.randomUUID(), Map.of(other, notes), Set.of()));
        decide("clerk", onlyMatchOf(other), "MERGED");
        assertThat(subjects.surviving(other)).isEqualTo(one);
        Set<UUID> kept = ids(one);

        ImportView again = imported(list);

        assertThat(ids(one)).isEqualTo(kept);
        assertThat(again.rejected()).isOne();
    }

    @Test
    void two_people_of_a_list_with_different_identity_numbers_do_not_both_become_the_one_of_a_merge() {
        imported("客户姓名,联系电话\n吕一,13811110031\n吕壹,13811110031/13811110032\n");
        UUID other = onlyPersonOf("13811110032");
        decide("clerk", onlyMatchOf(other), "MERGED");
        UUID stays = onlyPersonOf("13811110031");

        ImportView view =
                imported("客户姓名,联系电话,身份证号\n吕一,13811110031,%s\n吕一,13811110031,%s\n".formatted(NUMBER, OTHER_NUMBER));

        assertThat(view.people() - view.peopleKnown()).as("somebody new").isOne();
        assertThat(signIn.clientsOf("13811110031")).hasSize(2).contains(stays);
        assertThat(people.validIdNumbers(List.of(stays), Purpose.CASE).getOrDefault(stays, Set.of()))
                .hasSize(1);
    }
}
