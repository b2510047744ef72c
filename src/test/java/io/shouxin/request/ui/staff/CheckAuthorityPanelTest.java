package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.request.AskedNeed;
import io.shouxin.request.AskedPaper;
import io.shouxin.request.Authorities;
import io.shouxin.request.Authority;
import io.shouxin.request.AuthorityView;
import io.shouxin.request.Capacity;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.Need;
import io.shouxin.request.OnBehalf;
import io.shouxin.request.Paper;
import io.shouxin.request.ProcessTrace;
import io.shouxin.request.ProofFile;
import io.shouxin.request.ProofFiles;
import io.shouxin.request.RefusalReason;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestType;
import io.shouxin.request.SubjectRequest;
import io.shouxin.request.Ward;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clerk before the papers of a guardian. */
class CheckAuthorityPanelTest extends PanelTest {

    private static final List<AskedNeed> ASKED = AskedNeed.of(List.of(
            new AskedPaper(Need.IDENTITY, Paper.IDENTITY_DOCUMENT, "A", "个人信息保护法第 50 条", "V1"),
            new AskedPaper(Need.KINSHIP, Paper.HOUSEHOLD_REGISTER, "B", "民法典第 27、31 条", "V1"),
            new AskedPaper(Need.KINSHIP, Paper.BIRTH_CERTIFICATE, "C", "民法典第 27、31 条", "V1")));

    private final UUID child = UUID.randomUUID();
    private final UUID parent = UUID.randomUUID();
    private final SubjectRequest request = SubjectRequest.receive(
            new RequestId(UUID.randomUUID()),
            "SC-2026-000482",
            RequestType.DELETION,
            Capacity.GUARDIAN,
            null,
            Desks.BRANCH,
            Channel.PORTAL,
            "zh",
            null,
            Desks.NOW,
            Desks.NOW);
    private final Authority authority = Authority.claimed(
            request.id(),
            new OnBehalf(Capacity.GUARDIAN, Ward.UNDER_14, false, new OnBehalf.Person("张小明", "", ""), "母亲", ""),
            true);
    private final Authorities authorities = mock(Authorities.class);
    private final ProofFiles files = mock(ProofFiles.class);
    private final PeopleRows people = mock(PeopleRows.class);
    private final CaseView view = new CaseView(
            request,
            null,
            List.of(),
            List.of(),
            List.of(
                    text(CaseText.Kind.CONTACT_NAME, "赵芳"),
                    text(CaseText.Kind.CONTACT_PHONE, "13612340001"),
                    text(CaseText.Kind.SUBJECT_NAME, "张小明"),
                    text(CaseText.Kind.RELATION, "母亲")),
            List.of(),
            List.of(),
            new ProcessTrace("deletion-request", List.of("request-received"), List.of("check-authority")));

    @BeforeEach
    void somebody_could_be_meant() {
        when(people.label(eq(child), any())).thenReturn("张*明 · 儿童");
        when(people.label(eq(parent), any())).thenReturn("张* 138****0000");
        when(authorities.meant(request.id())).thenReturn(List.of(new Authorities.Meant(child, List.of(parent), true)));
        when(reasons.forAuthority(any()))
                .thenReturn(List.of(new RefusalReason("R15", "民法典第 165 条", "V1", "retention.refusal.R15", true)));
    }

    @Test
    void everything_stands_on_one_page_and_names_are_masked() {
        assertThat(render().getElement().getTextRecursively())
                .contains("监护人", "赵*", "张**", "任一即可", "张*明 · 儿童 · 在张* 138****0000的资料里", "档案里没有这个人")
                .doesNotContain("赵芳", "13612340001", "!");
        assertThat(_find(RadioButtonGroup.class))
                .extracting(RadioButtonGroup::getLabel)
                .contains("户口簿", "出生医学证明", "您本人的身份证件");
    }

    @Test
    void another_parent_on_file_is_told_as_soon_as_the_child_is_chosen() {
        render();
        assertThat(words()).doesNotContain("档案里这个孩子的家长不是申请人");
        choose(0);
        assertThat(words()).contains("档案里这个孩子的家长不是申请人");
    }

    @Test
    void nothing_is_confirmed_before_a_person_is_chosen_and_each_need_is_shown() {
        render();
        press("A");
        assertThat(inbox.decided).isEmpty();
        assertThat(words()).contains("请选择这项申请涉及的是谁", "您与对方的关系：户口簿，或者出生医学证明");
        choose(0);
        see("您本人的身份证件", 2);
        press("A");
        assertThat(inbox.decided).isEmpty();

        see("出生医学证明", 1);
        press("A");
        assertThat(inbox.decided).singleElement().satisfies(fields -> {
            assertThat(fields).containsEntry("outcome", "CONFIRMED").containsEntry("subjectId", child.toString());
            assertThat((List<?>) fields.get("papers"))
                    .isEqualTo(List.of(
                            Map.of("paper", "IDENTITY_DOCUMENT", "sight", "ORIGINAL"),
                            Map.of("paper", "BIRTH_CERTIFICATE", "sight", "FILE")));
        });
    }

    @Test
    void that_nobody_is_meant_wants_a_reason_while_somebody_was_found() {
        render();
        choose(1);
        see("您本人的身份证件", 2);
        see("出生医学证明", 1);
        press("A");
        assertThat(inbox.decided).isEmpty();
        assertThat(words()).contains("请写明为什么找到的人都不是");
        _setValue(
                _find(TextArea.class).stream()
                        .filter(area -> "为什么都不是".equals(area.getLabel()))
                        .findFirst()
                        .orElseThrow(),
                "身份证号不同");
        press("A");
        assertThat(inbox.decided).singleElement().satisfies(fields -> assertThat(fields)
                .containsEntry("nobody", "true")
                .containsEntry("ruledOut", List.of(child.toString()))
                .containsEntry("why", "身份证号不同"));
    }

    @Test
    void where_no_file_was_handed_in_as_a_paper_the_clerk_names_the_file_in_which_it_was_seen() {
        ProofFile scan = new ProofFile(new ProofFile.Snapshot(
                UUID.randomUUID(),
                request.id(),
                1,
                ProofFile.State.CLEARED,
                null,
                false,
                UUID.randomUUID(),
                "image/png",
                60,
                Desks.NOW,
                Desks.NOW,
                null,
                Paper.IDENTITY_DOCUMENT));
        when(files.of(request.id())).thenReturn(List.of(scan));
        render();
        choose(0);
        see("您本人的身份证件", 1);
        assertThat(_find(Select.class)).as("it was handed in as that paper").isEmpty();
        see("户口簿", 1);
        @SuppressWarnings("unchecked")
        Select<ProofFile> which = _get(Select.class);
        _setValue(which, scan);
        press("A");
        assertThat(inbox.decided).singleElement().satisfies(fields -> assertThat((List<?>) fields.get("papers"))
                .isEqualTo(List.of(
                        Map.of("paper", "IDENTITY_DOCUMENT", "sight", "FILE"),
                        Map.of(
                                "paper",
                                "HOUSEHOLD_REGISTER",
                                "sight",
                                "FILE",
                                "file",
                                scan.id().toString()))));
    }

    @Test
    void as_whom_the_requester_asks_can_be_corrected_on_the_page() {
        render();
        _click(_get(Button.class, spec -> spec.withText("更正申请人的身份")));
        RadioButtonGroup<Object> ward = group("被监护人");
        _setValue(ward, Ward.UNDER_18);
        _click(_get(Button.class, spec -> spec.withText("保存更正")));
        verify(authorities).correct(request.id(), Capacity.GUARDIAN, Ward.UNDER_18, false, "");
    }

    @Test
    void what_is_missing_is_listed_for_the_requester_before_it_is_sent() {
        render();
        press("N");
        assertThat(inbox.decided).isEmpty();
        assertThat(_get(TextArea.class).getValue()).contains("还缺", "您是谁：您本人的身份证件", "您与对方的关系：户口簿，或者出生医学证明");
        press("N");
        assertThat(inbox.decided).singleElement().satisfies(fields -> assertThat(fields)
                .containsEntry("outcome", "NOT_ENOUGH")
                .containsKey("text"));
    }

    @Test
    void a_refusal_says_where_its_words_go_and_is_read_as_a_letter_before_it_is_sent() {
        render();
        press("R");
        TextArea area = area("补充说明");
        assertThat(area.getHelperText()).contains("原样写进", "不要写档案里有什么");
        assertThat(_find(PdfLink.class)).isEmpty();
        RadioButtonGroup<Object> reason = group("理由");
        _setValue(reason, reason.getListDataView().getItem(0));
        assertThat(_find(PdfLink.class)).as("the code wants words").isEmpty();
        _setValue(area, "授权委托书没有签名");
        assertThat(_find(PdfLink.class)).hasSize(1);
    }

    @Test
    void it_is_said_that_the_person_in_whose_name_an_agent_asks_cannot_be_told() {
        assertThat(chosenOfAgent(true)).doesNotContain("本人没有收到通知");
        UI.getCurrent().removeAll();
        assertThat(chosenOfAgent(false)).contains("本人没有收到通知", "格外仔细地核对授权");
    }

    private String chosenOfAgent(boolean reachable) {
        SubjectRequest asked = SubjectRequest.receive(
                new RequestId(UUID.randomUUID()),
                "SC-2026-000483",
                RequestType.DELETION,
                Capacity.AGENT,
                child,
                Desks.BRANCH,
                Channel.PORTAL,
                "zh",
                null,
                Desks.NOW,
                Desks.NOW);
        Authority claimed = Authority.claimed(
                asked.id(), new OnBehalf(Capacity.AGENT, null, false, new OnBehalf.Person("张三", "", ""), "", ""), true);
        when(authorities.meant(asked.id())).thenReturn(List.of(new Authorities.Meant(child, List.of(), false)));
        when(authorities.isReachable(asked.id(), child)).thenReturn(reachable);
        CaseView of = new CaseView(asked, null, List.of(), List.of(), view.texts(), List.of(), List.of(), view.trace());
        CasePages pages = Desks.pages(of, mock(ProofFiles.class), new AuthorityView(claimed, ASKED, false));
        open(panel(pages), of, "check-authority");
        return words();
    }

    private static TextArea area(String label) {
        return _find(TextArea.class).stream()
                .filter(area -> label.equals(area.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_was_entered_is_there_when_the_page_is_opened_again() {
        CasePages pages = pages();
        open(panel(pages), view, "check-authority");
        _setValue(_get(TextArea.class), "户口簿照片模糊");
        see("您本人的身份证件", 2);
        UI.getCurrent().removeAll();
        open(panel(pages), view, "check-authority");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("户口簿照片模糊");
        assertThat(group("您本人的身份证件").getValue()).hasToString("ORIGINAL");
    }

    private static CaseText text(CaseText.Kind kind, String words) {
        return new CaseText(UUID.randomUUID(), kind, words, Desks.NOW, null);
    }

    private Component render() {
        return open(panel(pages()), view, "check-authority");
    }

    private CasePages pages() {
        return Desks.pages(view, files, new AuthorityView(authority, ASKED, false));
    }

    private CheckAuthorityPanel panel(CasePages pages) {
        return new CheckAuthorityPanel(pages, authorities, reasons, people);
    }

    private static String words() {
        return UI.getCurrent().getElement().getTextRecursively();
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<Object> group(String label) {
        return (RadioButtonGroup<Object>) _find(RadioButtonGroup.class).stream()
                .filter(group -> label.equals(group.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private static void choose(int index) {
        RadioButtonGroup<Object> who = group("这项申请涉及谁");
        _setValue(who, who.getListDataView().getItem(index));
    }

    /** @param how the place of the way among those offered */
    private static void see(String paper, int how) {
        RadioButtonGroup<Object> group = group(paper);
        _setValue(group, group.getListDataView().getItem(how));
    }
}
