package io.shouxin.client;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.identity.ClientSignIn;
import io.shouxin.request.DraftStore;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.spine.TestFirm;
import io.shouxin.subject.Subjects;
import io.shouxin.testing.BrowserlessPages;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.NestedExceptionUtils;
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

    @Test
    void a_page_that_is_still_open_writes_no_answer_down_for_the_other() {
        TestFirm.Client one = firm.client("parted-scope-one", null);
        TestFirm.Client other = firm.client("parted-scope-other", null);
        merge(other, one);
        signIn(one.phone(), "delete");
        part(other, one);
        assertRefused(ClientPages::chooseEverything);
        assertThat(context.getBean(DraftStore.class).find(one.id())).isEmpty();
    }

    @Test
    void a_question_that_is_still_open_is_put_to_nobody_and_a_proof_given_before_counts_no_more() {
        TestFirm.Client one = firm.client("parted-proof-one", null);
        TestFirm.Client other = firm.client("parted-proof-other", null);
        merge(other, one);
        signIn(one.phone(), "delete");
        upToTheProof();
        answer(one);
        assertThat(title()).isEqualTo("请核对您的回答");
        part(other, one);
        signIn(one.phone(), "delete/proof");
        assertThat(title()).isEqualTo("请再核对一项");
        answer(one);
        assertThat(title()).as("of whoever signed in since").isEqualTo("请核对您的回答");

        TestFirm.Client third = firm.client("parted-proof-third", null);
        TestFirm.Client fourth = firm.client("parted-proof-fourth", null);
        freshBrowser();
        merge(fourth, third);
        signIn(third.phone(), "delete");
        upToTheProof();
        part(fourth, third);
        assertRefused(() -> answer(third));
        assertRefused(() -> click("请给我回电话"));
    }

    private static void assertRefused(ThrowingCallable work) {
        assertThat(NestedExceptionUtils.getMostSpecificCause(catchThrowable(work)))
                .isInstanceOf(AccessRefused.class);
    }

    private static void answer(TestFirm.Client client) {
        _setValue(_get(TextField.class), client.idNumber().substring(12));
        click("核对");
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
