package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.record.imports.IdentityNumber;
import io.shouxin.record.imports.ProblemCode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestFirmTest {

    @Test
    void the_identity_number_of_a_client_has_a_wrong_check_digit_whatever_the_tag() {
        assertThat(IntStream.range(0, 3_000).mapToObj(i -> TestFirm.idNumber("tag-" + i)))
                .allSatisfy(
                        number -> assertThat(IdentityNumber.normalise(number).problems())
                                .containsExactly(ProblemCode.ID_CHECK_DIGIT));
    }
}
