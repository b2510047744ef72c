package io.shouxin.match.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.record.Hold;
import io.shouxin.record.HoldKind;
import io.shouxin.record.OpenClaim;
import io.shouxin.shared.Actor;
import io.shouxin.shared.StateRefused;
import io.shouxin.spine.TestFirm;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Who does something with a person whom somebody else merges or parts at the same time. */
class MergeRacesTest extends MergeFixture {

    @Autowired
    MergeRacesTest(BeanFactory beans) {
        super(beans);
    }

    @Test
    void a_claim_or_a_hold_of_whoever_looked_before_the_merge_is_refused() {
        TestFirm.Client one = firm.client("merge-stale-one", null);
        TestFirm.Client other = firm.client("merge-stale-other", null);
        UUID held = ids(other.id()).iterator().next();
        OpenClaim claim = Objects.requireNonNull(
                transaction.execute(status -> claims.record(claim(other.id(), held, "MS-1"), CLERK)));
        decide("clerk", pair(one.id(), other.id()), "MERGED");

        assertMerged(() -> claims.record(claim(other.id(), held, "MS-2"), CLERK));
        assertMerged(() -> claims.end(claim, "已付清", CLERK));
        assertThat(claims.get(claim.id()).endedAt()).isNull();
        for (UUID record : Arrays.asList(held, null)) {
            Hold hold = new Hold(
                    UUID.randomUUID(),
                    HoldKind.SEAL,
                    other.id(),
                    record,
                    "DISPUTE",
                    "rule",
                    UUID.randomUUID(),
                    null,
                    null);
            assertThatThrownBy(
                            () -> transaction.executeWithoutResult(status -> holds.place(List.of(hold), Actor.SYSTEM)))
                    .isInstanceOf(StateRefused.class);
        }
        assertThat(holds.standing(List.of(one.id(), other.id()))).isEmpty();
    }
}
