package io.shouxin.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.identity.ClientSignIn;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.spine.TestFirm;
import io.shouxin.subject.Subjects;
import io.shouxin.testing.BrowserlessPages;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A client who signed in while two people on file were taken for one. */
class PartedClientTest extends ClientPages {

    private final CurrentActor current;
    private final Subjects subjects;
    private final ClientSignIn signIn;
    private final TransactionTemplate transaction;

    @Autowired
    PartedClientTest(ApplicationContext context) {
        super(context);
        this.current = context.getBean(CurrentActor.class);
        this.subjects = context.getBean(Subjects.class);
        this.signIn = context.getBean(ClientSignIn.class);
        this.transaction = context.getBean(TransactionTemplate.class);
    }

    @Test
    void is_asked_to_sign_in_again_once_they_are_two_and_told_why() {
        TestFirm.Client one = firm.client("parted-one", null);
        TestFirm.Client other = firm.client("parted-other", null);
        merge(other, one);
        signIn(one.phone(), "mine");
        assertThat(current.get().isClient(one.id())).isTrue();
        part(other, one);

        assertThat(current.get().kind()).isEqualTo(Actor.Kind.ANONYMOUS);
        assertThat(current.mustProveAgain()).isTrue();
        BrowserlessPages.go("mine");
        assertThat(title()).isEqualTo("请输入您的手机号");
        assertThat(BrowserlessPages.text()).contains("请重新验证手机号");

        signInHere(one.phone());
        assertThat(current.get().isClient(one.id())).isTrue();
        assertThat(current.mustProveAgain()).isFalse();
        BrowserlessPages.go("signin");
        assertThat(BrowserlessPages.text()).doesNotContain("请重新验证手机号");
    }

    @Test
    void who_follows_a_case_is_told_why_as_well() {
        TestFirm.Client one = firm.client("parted-track-one", null);
        TestFirm.Client other = firm.client("parted-track-other", null);
        merge(other, one);
        signIn(one.phone(), "mine");
        part(other, one);
        BrowserlessPages.go("track");
        assertThat(BrowserlessPages.text()).contains("请重新验证手机号");
    }

    /** The code is right, but between it and the sign-in the number has gone back to the other. */
    @Test
    void nobody_is_signed_in_as_who_the_number_belonged_to_before() {
        TestFirm.Client one = firm.client("parted-late-one", null);
        TestFirm.Client other = firm.client("parted-late-other", null);
        assertThat(signIn.signedIn(one.id(), other.phone(), null)).isEmpty();
        assertThat(signIn.signedIn(other.id(), other.phone(), null)).isPresent();
    }

    /** On a thread of its own: the page's session is the client's. */
    private void merge(TestFirm.Client from, TestFirm.Client into) {
        apart(() -> subjects.merge(from.id(), into.id()));
    }

    private void part(TestFirm.Client from, TestFirm.Client into) {
        apart(() -> subjects.unmerge(from.id(), into.id(), new Subjects.MovedTies(Map.of(), Map.of())));
    }

    private void apart(Runnable work) {
        CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> work.run()))
                .join();
    }
}
