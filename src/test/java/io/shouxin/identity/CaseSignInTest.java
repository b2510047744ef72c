package io.shouxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.request.Channel;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.SubjectRequest;
import io.shouxin.spine.DeletionWish;
import io.shouxin.spine.TestFirm;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Following a case by its number and telephone, for people whom the firm does not know. */
@IdentityTest
class CaseSignInTest {

    private final TestFirm firm;
    private final RequestIntake intake;
    private final ClientSignIn signIn;

    @Autowired
    CaseSignInTest(TestFirm firm, RequestIntake intake, ClientSignIn signIn) {
        this.firm = firm;
        this.intake = intake;
        this.signIn = signIn;
    }

    @Test
    void a_case_is_followed_by_the_number_however_the_clerk_typed_it() {
        firm.open();
        SubjectRequest request = firm.asStaff(
                "clerk",
                () -> intake.submit(DeletionWish.ofSomebody("某人", Channel.COUNTER)
                        .reachedAt(" +86 138-0001 0009")
                        .request()));
        assertThat(signIn.ownerOfCase(request.reference(), "13800010009"))
                .contains(request.id().value());
        assertThat(signIn.ownerOfCase(request.reference(), "13800010008")).isEmpty();
    }
}
