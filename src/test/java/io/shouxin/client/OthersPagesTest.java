package io.shouxin.client;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.UploadKt;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import io.shouxin.document.HandedInFiles;
import io.shouxin.record.Category;
import io.shouxin.request.BehalfDrafts;
import io.shouxin.request.Capacity;
import io.shouxin.request.Channel;
import io.shouxin.request.OnBehalf;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.RequesterSession.Requester;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.ui.ActionCard;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.spine.DeletionWish;
import io.shouxin.spine.Desks;
import io.shouxin.spine.ProofTimer;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.BrowserlessPages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody asks for another person on the portal: guides, questions, papers, and what nobody learns on the way. */
class OthersPagesTest extends ClientPages {

    private static final String STRANGER = "13655550001";

    private final JdbcClient jdbc;

    @Autowired
    OthersPagesTest(ApplicationContext context) {
        super(context);
        this.jdbc = context.getBean(JdbcClient.class);
    }

    @Test
    void the_front_page_leads_to_a_guide_of_each_capacity_with_papers_time_cost_law_and_complaint() {
        BrowserlessPages.go("");
        assertThat(_find(ActionCard.class)).extracting(ActionCard::getHref).contains("guide/others");
        BrowserlessPages.go("guide/others");
        assertThat(_find(ActionCard.class))
                .extracting(ActionCard::getHref)
                .containsExactly("guide/others/guardian", "guide/others/agent", "guide/others/relative");
        BrowserlessPages.go("guide/others/guardian");
        assertThat(BrowserlessPages.text())
                .contains("不满 14 周岁", "户口簿，或者出生医学证明", "未成年人本人签名的同意", "判决书")
                .contains("10 个工作日", "15 个工作日", "不收费", "个人信息保护法第 31 条", "12377", "021-5550 0100")
                .doesNotContain("!");
        BrowserlessPages.go("guide/others/agent");
        assertThat(BrowserlessPages.text()).contains("授权委托书", "不要求公证", "律师执业证").doesNotContain("!");
        BrowserlessPages.go("guide/others/relative");
        assertThat(BrowserlessPages.text()).contains("死亡医学证明", "结婚证", "第 49 条").doesNotContain("!");
        BrowserlessPages.go("guide/others/nobody");
        assertThat(title()).isEqualTo("替别人办理");
        UI.getCurrent().setLocale(Locale.ENGLISH);
        BrowserlessPages.go("");
        BrowserlessPages.go("guide/others/guardian");
        assertThat(BrowserlessPages.text())
                .contains("Household register, or Certificate of birth", "PIPL")
                .doesNotContain("!", "个人信息保护法");
    }

    @Test
    void a_guardian_asks_hands_in_each_paper_under_its_name_and_learns_nothing_of_what_is_held() {
        TestFirm.Client parent = firm.client("pages-guardian", null);
        start(Capacity.GUARDIAN);
        assertThat(title()).isEqualTo("您以什么身份替别人办？");
        click("继续");
        choose(0);
        prove("赵某", parent.phone());
        assertThat(title()).isEqualTo("您替谁办？");
        _setValue(field("对方的姓名"), childOf("pages-guardian"));
        click("继续");
        assertThat(title()).as("a child needs no number").isEqualTo("要删除哪些信息？");
        assertThat(BrowserlessPages.text()).contains("第 5 步，共 7 步").doesNotContain("条）", "!");
        choose(0);
        click("继续");
        assertThat(title()).isEqualTo("请核对您的回答");
        assertThat(BrowserlessPages.text())
                .contains("监护人", "不满 14 周岁", parent.phone(), "户口簿", "全部信息", "10 个工作日")
                .doesNotContain("!");
        Button send = button("以上属实，提交申请");
        _click(send);

        SubjectRequest request = newest();
        assertThat(request.subjectId()).isEqualTo(parent.child());
        assertThat(title()).isEqualTo("已收到您的申请");
        assertThat(BrowserlessPages.text())
                .contains(request.reference(), "接下来，请交材料", "核对代办材料")
                .doesNotContain("核对身份", "!");
        int before = count();
        BrowserlessPages.go("others/check");
        assertThat(title()).isEqualTo("您已经提交，正在办理");
        assertThat(count()).isEqualTo(before);

        BrowserlessPages.go("mine");
        assertThat(title()).isEqualTo("这里看不到任何人的信息");
        BrowserlessPages.go("delete");
        assertThat(title()).isEqualTo("这里看不到任何人的信息");
        BrowserlessPages.go("mine/requests");
        assertThat(BrowserlessPages.text()).contains(request.reference()).doesNotContain("!");

        awaitPapers(request.id());
        BrowserlessPages.go("track/" + request.reference());
        assertThat(title()).isEqualTo("等您交代办材料，已暂停计时");
        assertThat(hrefs()).doesNotContain("mine");
        assertThat(BrowserlessPages.text())
                .contains("接下来，请交材料", "户口簿，或者出生医学证明")
                .doesNotContain("请再核对一项", "回电", "条记录", "!");
        click("上传照片");
        assertThat(title()).isEqualTo("上传代办材料");
        assertThat(slots()).containsExactly("您是谁", "您与对方的关系");
        assertThat(_find(Upload.class))
                .as("the other is there once its paper is named")
                .hasSize(1);
        hand(0);
        _setValue(scope(), scope().getListDataView().getItem(0));
        assertThat(_find(Upload.class)).hasSize(2);
        hand(1);
        assertThat(BrowserlessPages.text()).contains("：您本人的身份证件", "：户口簿").doesNotContain("!");
        click("提交这些材料");
        BrowserlessPages.go("track/" + request.reference());
        assertThat(title()).isEqualTo("材料已收到，正在核对，照常计时");
        assertThat(BrowserlessPages.text()).contains("核对代办权限").doesNotContain("!");
        apart(() -> Desks.of(context).task(request.id(), "clerk", "check-authority"));
    }

    @Test
    void a_click_twice_sends_once() {
        upToTheCheck("13655550009", "点两次", "双击某");
        Button send = button("以上属实，提交申请");
        int before = count();
        _click(send);
        send.click();
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void what_was_changed_in_another_window_is_shown_before_it_is_sent() {
        String phone = "13655550013";
        upToTheCheck(phone, "韩某", "杨某");
        BehalfDrafts drafts = context.getBean(BehalfDrafts.class);
        Requester who = new Requester("韩某", phone);
        drafts.save(who, drafts.find(who).orElseThrow().saying("请尽快"));
        int before = count();
        click("以上属实，提交申请");
        assertThat(count()).isEqualTo(before);
        assertThat(BrowserlessPages.text()).contains("刚才没有提交", "请尽快").doesNotContain("!");
        click("以上属实，提交申请");
        assertThat(title()).isEqualTo("已收到您的申请");
        assertThat(drafts.find(who)).isEmpty();
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_nothing_is_skipped() {
        BrowserlessPages.go("others/check");
        assertThat(title()).isEqualTo("您以什么身份替别人办？");
        click("继续");
        assertThat(BrowserlessPages.text()).contains("请选择一项");
        choose(2);
        assertThat(title()).as("a relative is asked for no kind").isEqualTo("您是谁？");
        click("获取验证码");
        assertThat(field("您的姓名").getErrorMessage()).isEqualTo("请填写您的姓名");
        assertThat(field("您的手机号").getErrorMessage()).isEqualTo("请填写手机号");
        for (String number : List.of("021-55500100", "+44 20 7946 0000")) {
            ask("赵某", number);
            assertThat(field("您的手机号").isInvalid()).as(number).isTrue();
        }
        BrowserlessPages.go("others/person");
        assertThat(title()).as("nobody goes on without a code").isEqualTo("您是谁？");
        prove("赵某", STRANGER);
        assertThat(title()).isEqualTo("您为哪位亲人办？");
        click("继续");
        assertThat(field("对方的姓名").getErrorMessage()).isEqualTo("请填写对方的姓名");
        _setValue(field("对方的姓名"), "钱某");
        click("继续");
        assertThat(BrowserlessPages.text()).contains("至少填一项");
        _setValue(field("对方的手机号"), "1390000");
        _setValue(field("对方的身份证号码"), "990101198001010001");
        click("继续");
        assertThat(field("对方的手机号").getErrorMessage()).contains("11 位");
        assertThat(field("对方的身份证号码").getErrorMessage()).contains("对照证件");
        _setValue(field("对方的手机号"), "13900000000");
        _setValue(field("对方的身份证号码"), "E12345678");
        click("继续");
        assertThat(title()).isEqualTo("为什么由您来提出？");
        click("继续");
        assertThat(_get(TextArea.class).getErrorMessage()).isEqualTo("请用一两句话说明");
        _setValue(_get(TextArea.class), "整理遗产，避免被冒用");
        click("继续");
        chooseSome();
        assertThat(BrowserlessPages.text()).contains("请至少选择一类");
        assertThat(categories().getListDataView().getItems())
                .as("every category, whatever is held")
                .contains(Category.HEALTH, Category.WORKER, Category.CHILD)
                .doesNotContain(Category.INTERNAL);
        _setValue(categories(), Set.of(Category.CONTACT));
        click("继续");
        click("继续");
        assertThat(BrowserlessPages.text())
                .contains("整理遗产", "联系方式", "死亡医学证明", "E12345678")
                .doesNotContain("说明在申请里", "!");
    }

    @Test
    void answers_come_back_to_the_same_name_and_telephone_and_to_nobody_else_of_that_telephone() {
        String phone = "13655550002";
        upToTheCheck(phone, "孙某", "李某");
        BrowserlessPages.go("");
        assertThat(hrefs()).contains("others/note", "signout");
        BrowserlessPages.go("others/person");
        assertThat(field("对方的姓名").getValue()).as("Back shows what was typed").isEqualTo("李某");

        freshBrowser();
        BrowserlessPages.go("");
        assertThat(hrefs()).doesNotContain("others/note");
        start(Capacity.AGENT);
        click("继续");
        choose(0);
        prove("周某", phone);
        assertThat(field("对方的姓名").getValue()).as("who shares the telephone").isEmpty();
        freshBrowser();
        start(Capacity.AGENT);
        click("继续");
        choose(0);
        prove("孙某", phone);
        assertThat(field("对方的姓名").getValue()).isEqualTo("李某");
    }

    @Test
    void a_corrected_name_needs_no_code_and_another_telephone_does_and_the_answers_go_along() {
        upToTheCheck("13655550003", "吴某", "郑某");
        BrowserlessPages.go("others/you?from=check");
        _setValue(field("您的姓名"), "吴某某");
        click("继续");
        assertThat(title()).isEqualTo("请核对您的回答");
        assertThat(BrowserlessPages.text()).contains("吴某某，13655550003", "郑某");
        BrowserlessPages.go("others/you?from=check");
        _setValue(field("您的手机号"), "13655550004");
        click("继续");
        assertThat(title()).isEqualTo("请输入验证码");
        typeCode(newestCode());
        assertThat(title()).isEqualTo("请核对您的回答");
        assertThat(BrowserlessPages.text()).contains("吴某某，13655550004", "郑某");
        BehalfDrafts drafts = context.getBean(BehalfDrafts.class);
        assertThat(drafts.find(new Requester("吴某", "13655550003"))).isEmpty();
        assertThat(drafts.find(new Requester("吴某某", "13655550003"))).isEmpty();
    }

    @Test
    void answers_on_the_way_to_another_telephone_are_nobody_elses() {
        upToTheCheck("13655550031", "孔某", "曹某");
        BrowserlessPages.go("others/you?from=check");
        _setValue(field("您的手机号"), "13655550032");
        click("继续");
        assertThat(title()).isEqualTo("请输入验证码");
        TestFirm.Client next = firm.client("pages-early", null);
        signIn(next.phone(), "mine");
        start(Capacity.AGENT);
        click("继续");
        choose(0);
        prove("严某", "13655550033");
        assertThat(BrowserlessPages.text()).doesNotContain("曹某", "13900000002");
        assertThat(field("对方的姓名").getValue()).isEmpty();
        BehalfDrafts drafts = context.getBean(BehalfDrafts.class);
        assertThat(drafts.find(new Requester("孔某", "13655550031"))).isPresent();
    }

    @Test
    void another_capacity_chosen_from_the_summary_asks_what_it_needs_and_comes_back() {
        upToTheCheck("13655550005", "冯某", "陈某");
        BrowserlessPages.go("others?from=check");
        choose(2);
        assertThat(title()).isEqualTo("为什么由您来提出？");
        _setValue(_get(TextArea.class), "整理遗产");
        click("继续");
        assertThat(title()).isEqualTo("请核对您的回答");
        assertThat(BrowserlessPages.text()).contains("死者近亲属", "整理遗产").doesNotContain("执业律师", "!");
    }

    @Test
    void a_draft_ends_after_a_week_and_its_key_with_it() {
        upToTheCheck("13655550006", "褚某", "卫某");
        UUID draft = jdbc.sql("SELECT id FROM behalf_draft ORDER BY updated_at DESC LIMIT 1")
                .query(UUID.class)
                .single();
        jdbc.sql("UPDATE behalf_draft SET updated_at = updated_at - interval '8 days' WHERE id = ?")
                .param(draft)
                .update();
        BehalfDrafts drafts = context.getBean(BehalfDrafts.class);
        assertThat(drafts.find(new Requester("褚某", "13655550006"))).isEmpty();
        drafts.purge();
        assertThat(jdbc.sql("SELECT count(*) FROM behalf_draft WHERE id = ?")
                        .param(draft)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(context.getBean(io.shouxin.platform.KeyVault.class).find(io.shouxin.platform.KeyScope.draft(draft)))
                .isEmpty();
    }

    @Test
    void the_page_is_the_same_for_numbers_on_file_and_others_and_both_have_the_same_few_codes() {
        TestFirm.Client client = firm.client("pages-known", null);
        String known = codePage(client.phone()).replace(masked(client.phone()), "");
        String unknown = codePage(STRANGER).replace(masked(STRANGER), "");
        assertThat(unknown).isEqualTo(known).contains("我们向", "发了一条短信").doesNotContain("登记在我们这里");
        for (String phone : List.of(client.phone(), STRANGER)) {
            jdbc.sql("DELETE FROM rate_limit").update();
            for (int i = 0; i < 3; i++) {
                codePage(phone);
            }
            freshBrowser();
            youPage();
            ask("赵某", phone);
            assertThat(BrowserlessPages.text()).as(phone).contains("获取得太频繁了", "不让别人用我们的短信打扰陌生号码");
        }
        jdbc.sql("DELETE FROM rate_limit").update();
        for (int i = 0; i < 10; i++) {
            codePage("1365556%04d".formatted(i));
        }
        freshBrowser();
        youPage();
        ask("赵某", "13655570000");
        assertThat(title()).as("ten numbers from one address").isEqualTo("您是谁？");
        assertThat(BrowserlessPages.text()).contains("获取得太频繁了");
    }

    @Test
    void leaving_takes_the_proved_telephone_along() {
        upToTheCheck("13655550007", "蒋某", "沈某");
        BrowserlessPages.go("signout");
        assertThat(title()).isEqualTo("要退出吗？");
        TestFirm.Client client = firm.client("pages-next", null);
        signIn(client.phone(), "mine");
        BrowserlessPages.go("others/person");
        assertThat(title()).as("the next person of this browser").isNotEqualTo("谁委托了您？");
    }

    @Test
    void the_requester_comes_back_by_number_and_telephone_is_told_all_that_is_missing_and_takes_it_back() {
        TestFirm.Client client = firm.client("pages-follow", null);
        SubjectRequest request = asked(agent(client, "pages-follow"), "13655550008");
        awaitPapers(request.id());
        follow(request.reference(), "13655550008");
        assertThat(title()).isEqualTo("等您交代办材料，已暂停计时");
        apart(() -> {
            Desks.of(context).decide(request.id(), "clerk", "await-papers", Map.of("text", "到店出示"));
            Desks.of(context)
                    .decide(
                            request.id(),
                            "clerk",
                            "check-authority",
                            Map.of(
                                    "outcome",
                                    "NOT_ENOUGH",
                                    "papers",
                                    List.of(Map.of("paper", "IDENTITY_DOCUMENT", "sight", "ORIGINAL")),
                                    "text",
                                    "委托书没有签名"));
            return null;
        });
        awaitPapers(request.id());
        BrowserlessPages.go("track/" + request.reference());
        assertThat(BrowserlessPages.text())
                .contains("还缺这些材料", "授权委托书", "委托书没有签名")
                .doesNotContain("您是谁：", "!");
        BrowserlessPages.go("track/" + request.reference() + "/proof");
        assertThat(slots()).containsExactly("本人的授权");

        BrowserlessPages.go("track/" + request.reference());
        click("不办了，撤销这项申请");
        ConfirmDialog dialog = _get(ConfirmDialog.class);
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));
        await().until(() -> stored(request.id()).status() == RequestStatus.CLOSED);
        BrowserlessPages.go("track/" + request.reference());
        assertThat(title()).isEqualTo("您已撤销这项申请");
    }

    @Test
    void papers_that_never_came_close_the_case_and_its_requester_opens_it_again() {
        SubjectRequest request = asked(
                new OnBehalf(Capacity.RELATIVE, null, false, new OnBehalf.Person("无人", "13900000001", ""), "", "整理遗产"),
                "13655550010");
        awaitPapers(request.id());
        apart(() -> {
            context.getBean(ProofTimer.class).runOut(request.id());
            return null;
        });
        await().until(() -> stored(request.id()).outcome() == RequestOutcome.NO_PROOF);
        follow(request.reference(), "13655550010");
        assertThat(title()).isEqualTo("已结案：没有收到代办材料");
        assertThat(BrowserlessPages.text()).doesNotContain("回电", "核对一项", "!");
        click("重新开启");
        awaitPapers(request.id());
        BrowserlessPages.go("track/" + request.reference());
        assertThat(BrowserlessPages.text()).contains("接下来，请交材料").doesNotContain("!");
    }

    @Test
    void the_person_sees_who_asks_in_their_name_and_stops_it_and_may_still_ask_themselves() {
        TestFirm.Client client = firm.client("pages-stop", null);
        SubjectRequest request = asked(agent(client, "pages-stop"), "13655550011");
        awaitPapers(request.id());
        signIn(client.phone(), "mine/requests");
        assertThat(BrowserlessPages.text())
                .contains("有人以您的代理人名义", request.reference(), "可以马上停止")
                .doesNotContain("13655550011", "!");
        BrowserlessPages.go("delete");
        assertThat(title()).as("an agent's request is none of theirs").isEqualTo("您想删除哪些信息？");
        BrowserlessPages.go("track/" + request.reference() + "/proof");
        assertThat(title()).isEqualTo("有人以您的名义提出了申请");
        BrowserlessPages.go("others/done/" + request.reference());
        assertThat(title()).isEqualTo("有人以您的名义提出了申请");
        assertThat(BrowserlessPages.text())
                .contains("赵某说受您委托", "核对通过之前什么都不删除", "等代理人补充")
                .doesNotContain("13655550011", "等您", "请您补充", "上传", "接下来，请交材料", "!");
        click("这不是我委托的");
        ConfirmDialog dialog = _get(ConfirmDialog.class);
        assertThat(dialog.getElement().getProperty("message")).contains("我们会告诉经办的门店", "一条也不删除");
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));
        await().until(() -> stored(request.id()).status() == RequestStatus.CLOSED);
        assertThat(stored(request.id()).outcome()).isEqualTo(RequestOutcome.CANCELLED);
        BrowserlessPages.go("track/" + request.reference());
        assertThat(title()).isEqualTo("以您的名义提出的申请，已结束");
        assertThat(_find(Button.class, spec -> spec.withText("这不是我委托的"))).isEmpty();

        follow(request.reference(), "13655550011");
        assertThat(title()).isEqualTo("没有继续办理");
        assertThat(BrowserlessPages.text())
                .as("who stopped it would say that the person is known")
                .doesNotContain("本人停止", "由您所代的人", "恢复正常使用");
    }

    @Test
    void a_wrong_telephone_is_told_the_same_as_for_any_case() {
        TestFirm.Client stranger = firm.client("pages-wrong", null);
        SubjectRequest request = asked(agent(stranger, "no-such-name"), "13655550012");
        String ofAnother = afterCode(request.reference(), stranger.phone());
        assertThat(ofAnother).isEqualTo(afterCode("SC-2026-999997", stranger.phone()));
        freshBrowser();
        BrowserlessPages.go("others/done/" + request.reference());
        assertThat(title()).isEqualTo("办理进度");
    }

    private static OnBehalf agent(TestFirm.Client client, String tag) {
        return new OnBehalf(
                Capacity.AGENT, null, false, new OnBehalf.Person("canary金丝雀NAME" + tag, client.phone(), ""), "", "");
    }

    private static String childOf(String tag) {
        return "canary金丝雀CHILD_NAME" + tag;
    }

    private SubjectRequest asked(OnBehalf claim, String phone) {
        return apart(() -> context.getBean(RequestIntake.class)
                .submit(DeletionWish.ofSomebody("赵某", Channel.PORTAL)
                        .askedBy("赵某", phone, claim)
                        .request()));
    }

    /** On a thread of its own, where nobody of this page's session is signed in. */
    private static <T> T apart(Supplier<T> act) {
        return CompletableFuture.supplyAsync(act).join();
    }

    private SubjectRequest stored(RequestId id) {
        return apart(() -> firm.asStaff(
                "clerk", () -> context.getBean(RequestReader.class).get(id).request()));
    }

    private void awaitPapers(RequestId id) {
        await().until(() -> stored(id).status() == RequestStatus.AWAITING_PROOF);
    }

    private int count() {
        return jdbc.sql("SELECT count(*) FROM request").query(Integer.class).single();
    }

    private SubjectRequest newest() {
        UUID id = jdbc.sql("SELECT id FROM request ORDER BY created_at DESC LIMIT 1")
                .query(UUID.class)
                .single();
        return stored(new RequestId(id));
    }

    private static void start(Capacity capacity) {
        BrowserlessPages.go("guide/others/" + capacity.name().toLowerCase(Locale.ROOT));
        click("开始办理");
    }

    private static void youPage() {
        start(Capacity.RELATIVE);
        click("继续");
        assertThat(title()).isEqualTo("您是谁？");
    }

    private static void ask(String name, String phone) {
        _setValue(field("您的姓名"), name);
        _setValue(field("您的手机号"), phone);
        click("获取验证码");
    }

    private void prove(String name, String phone) {
        ask(name, phone);
        assertThat(title()).isEqualTo("请输入验证码");
        typeCode(newestCode());
    }

    private String codePage(String phone) {
        freshBrowser();
        youPage();
        ask("赵某", phone);
        assertThat(title()).isEqualTo("请输入验证码");
        return BrowserlessPages.text();
    }

    /** An agent who is no lawyer, of everything. */
    private void upToTheCheck(String phone, String name, String person) {
        start(Capacity.AGENT);
        click("继续");
        choose(0);
        prove(name, phone);
        _setValue(field("对方的姓名"), person);
        _setValue(field("对方的手机号"), "13900000002");
        click("继续");
        choose(0);
        click("继续");
        assertThat(title()).isEqualTo("请核对您的回答");
    }

    private void follow(String reference, String phone) {
        freshBrowser();
        BrowserlessPages.go("track/" + reference);
        _setValue(field("申请时的手机号"), phone);
        click("获取验证码");
        typeCode(newestCode());
    }

    private String afterCode(String reference, String phone) {
        follow(reference, phone);
        assertThat(title()).isEqualTo("没有找到这项申请");
        return BrowserlessPages.text();
    }

    private static List<String> slots() {
        return _find(H2.class).stream()
                .filter(heading -> heading.getParent()
                        .filter(parent -> parent.getElement().getClassList().contains("paper-slot"))
                        .isPresent())
                .map(H2::getText)
                .toList();
    }

    private static void hand(int slot) {
        UploadKt._upload(_find(Upload.class).get(slot), "a.jpg", HandedInFiles.photo(60, 40));
    }

    private static List<String> hrefs() {
        return _find(RouteLink.class).stream().map(RouteLink::getHref).toList();
    }
}
