package io.shouxin.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.record.Category;
import io.shouxin.shared.InvalidInput;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The answers of somebody who asks for another person, and which question comes next. */
class BehalfDraftTest {

    private static final BehalfDraft GUARDIAN = BehalfDraft.fresh().as(Capacity.GUARDIAN);

    @Test
    void another_capacity_forgets_what_belonged_to_the_former_one() {
        BehalfDraft agent = GUARDIAN.guardianOf(Ward.UNDER_14).as(Capacity.AGENT);
        assertThat(agent.ward()).isNull();
        assertThat(agent.saysKind()).isFalse();
        assertThat(GUARDIAN.guardianOf(Ward.ADULT).as(Capacity.GUARDIAN).ward()).isEqualTo(Ward.ADULT);
    }

    @Test
    void the_first_question_without_an_answer_comes_next() {
        assertThat(BehalfDraft.fresh().at()).isEqualTo(BehalfStep.CAPACITY);
        assertThat(GUARDIAN.at()).isEqualTo(BehalfStep.KIND);
        BehalfDraft relative = BehalfDraft.fresh().as(Capacity.RELATIVE);
        assertThat(relative.at()).isEqualTo(BehalfStep.PERSON);
        BehalfDraft named = relative.about("李某", "13800000000", "", "儿子");
        assertThat(named.at()).isEqualTo(BehalfStep.INTEREST);
        BehalfDraft reasoned = named.interestedBy("整理遗产");
        assertThat(reasoned.at()).isEqualTo(BehalfStep.SCOPE);
        assertThat(reasoned.asking(false, Set.of()).at()).isEqualTo(BehalfStep.SCOPE);
        assertThat(reasoned.asking(false, Set.of(Category.CONTACT)).at()).isEqualTo(BehalfStep.NOTE);
    }

    @Test
    void each_capacity_is_asked_one_question_of_its_own() {
        assertThat(BehalfStep.KIND.isAskedOf(Capacity.GUARDIAN)).isTrue();
        assertThat(BehalfStep.KIND.isAskedOf(Capacity.RELATIVE)).isFalse();
        assertThat(BehalfStep.INTEREST.isAskedOf(Capacity.RELATIVE)).isTrue();
        assertThat(BehalfStep.INTEREST.isAskedOf(Capacity.AGENT)).isFalse();
    }

    @Test
    void the_claim_says_only_what_its_capacity_may_say() {
        OnBehalf agent = BehalfDraft.fresh()
                .as(Capacity.AGENT)
                .lawyer(true)
                .about("李某", "13800000000", "", "朋友")
                .interestedBy("没有")
                .claim();
        assertThat(agent.lawyer()).isTrue();
        assertThat(agent.relation()).isEmpty();
        assertThat(agent.interest()).isEmpty();
        assertThatThrownBy(() -> GUARDIAN.about("李某", "", "", "").claim()).isInstanceOf(InvalidInput.class);
    }
}
