package io.shouxin.client;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.document.PdfText;
import io.shouxin.notification.MessageChannel;
import io.shouxin.notification.Messages;
import io.shouxin.record.Category;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestReader;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.ui.CodeField;
import io.shouxin.spine.ProofTimer;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.BrowserlessPages;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The client's pages over the real services: what a person clicks, types and reads. */
@SpringBootTest
@Import({TestFirm.class, ProofTimer.class, ClientPages.Post.class})
@ExtendWith(BrowserlessPages.class)
abstract class ClientPages {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    final ApplicationContext context;
    final TestFirm firm;
    final Messages messages;
    private final RequestReader reader;

    ClientPages(ApplicationContext context) {
        this.context = context;
        this.firm = context.getBean(TestFirm.class);
        this.messages = context.getBean(Messages.class);
        this.reader = context.getBean(RequestReader.class);
    }

    @TestConfiguration
    static class Post {
        @Bean
        MessageChannel channel() {
            return (phone, text) -> {};
        }
    }

    @BeforeEach
    void open() {
        context.getBean(JdbcClient.class).sql("DELETE FROM rate_limit").update();
        firm.open();
        freshBrowser();
    }

    final void freshBrowser() {
        BrowserlessPages.close();
        BrowserlessPages.open(context, "io.shouxin.request.ui", "io.shouxin.identity.ui");
    }

    final String codePageFor(String phone) {
        BrowserlessPages.go("signin");
        _setValue(_get(TextField.class), phone);
        click("获取验证码");
        assertThat(title()).isEqualTo("请输入验证码");
        return BrowserlessPages.text();
    }

    final void signIn(String phone, String route) {
        BrowserlessPages.go(route);
        if (title().equals("办理进度")) {
            BrowserlessPages.go("signin?next=" + route);
        }
        signInHere(phone);
        BrowserlessPages.go("verify");
        BrowserlessPages.go(route);
    }

    final void signInHere(String phone) {
        _setValue(_get(TextField.class), phone);
        click("获取验证码");
        typeCode(newestCode());
    }

    final void typeCode(String code) {
        CodeField field = _get(CodeField.class);
        field.clear();
        _setValue(field, code);
        click("继续");
    }

    final void typeCodeAt(String code) {
        BrowserlessPages.go("signin/code");
        typeCode(code);
    }

    final String newestCode() {
        Matcher code = CODE.matcher(messages.newest(1).get(0).text());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    final String sendSome(TestFirm.Client client) {
        signIn(client.phone(), "delete");
        upToTheSummary();
        click("确认，提交申请");
        return onlyRequest(client).reference();
    }

    @SuppressWarnings("unchecked")
    static RadioButtonGroup<Object> scope() {
        return _get(RadioButtonGroup.class);
    }

    @SuppressWarnings("unchecked")
    static CheckboxGroup<Category> categories() {
        return _get(CheckboxGroup.class);
    }

    static void chooseEverything() {
        choose(0);
    }

    static void chooseSome() {
        choose(1);
    }

    static void choose(int index) {
        RadioButtonGroup<Object> scope = scope();
        _setValue(scope, scope.getListDataView().getItem(index));
        click("继续");
    }

    /** Some is to be deleted, for which nothing more is asked. */
    static void upToTheSummary() {
        chooseSome();
        _setValue(categories(), Set.of(Category.DEMAND));
        click("继续");
        click("继续");
        click("可以，继续");
    }

    /** Everything is to be deleted, for which the client must answer one question more. */
    static void upToTheProof() {
        chooseEverything();
        click("继续");
        click("可以，继续");
    }

    /** On a thread of its own: the page's session must not be signed in or out by it. */
    final List<SubjectRequest> requestsOf(TestFirm.Client client) {
        return CompletableFuture.supplyAsync(() -> TestFirm.asClient(client.id(), () -> reader.ofClient(client.id())))
                .join();
    }

    final SubjectRequest onlyRequest(TestFirm.Client client) {
        return requestsOf(client).get(0);
    }

    /** What a paper of the client's only case says, without white space. */
    final String paper(TestFirm.Client client, String name) {
        RequestId id = onlyRequest(client).id();
        return CompletableFuture.supplyAsync(
                        () -> PdfText.of(TestFirm.asClient(client.id(), () -> reader.document(id, name))))
                .join();
    }

    static String masked(String phone) {
        return phone.substring(0, 3) + "****" + phone.substring(7);
    }

    static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    static void click(String text) {
        _click(button(text));
    }

    static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    static String title() {
        return _get(H1.class).getText();
    }
}
