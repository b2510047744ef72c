package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
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
        return Desks.pages(view, mock(ProofFiles.class), new AuthorityView(authority, ASKED, false));
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
