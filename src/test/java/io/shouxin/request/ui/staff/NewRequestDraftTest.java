package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import elemental.json.Json;
import io.shouxin.deadline.ClockState;
import io.shouxin.deadline.ClockView;
import io.shouxin.deadline.Clocks;
import io.shouxin.deadline.DueDate;
import io.shouxin.deadline.Limb;
import io.shouxin.record.PeopleSearch;
import io.shouxin.request.AuthorityRules;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.MissingProof;
import io.shouxin.request.NewRequest;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestReader;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.testing.EmptyPage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.ArgumentCaptor;

/** What a clerk has begun to enter for a client is offered again after a reload or another sign-in, until it is sent or given up. */
@ExtendWith(EmptyPage.class)
class NewRequestDraftTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final KeptDrafts drafts = new KeptDrafts();
    private final RequestIntake intake = mock(RequestIntake.class);
    private final PeopleSearch search = mock(PeopleSearch.class);
    private final PeopleRows people = mock(PeopleRows.class);
    private final CaseView view = Desks.view();

    @BeforeEach
    void receive() {
        when(people.label(any(), any())).thenReturn("柯**");
        when(intake.submit(any())).thenReturn(view.request());
        when(intake.missingProof(any())).thenReturn(MissingProof.NOTHING);
    }

    @Test
    void it_is_offered_after_a_reload_and_everything_stands_as_it_was() {
        come("");
        enterForSomebodyUnknown();
        come("");
        assertThat(shown()).contains("您有一件没有提交的登记", "24 小时");
        assertThat(_find(TextArea.class))
                .as("nothing new can be written over it")
                .isEmpty();

        click("接着填写");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("老太太不会上网，请都删掉");
        assertThat(channel().getValue()).isEqualTo(Channel.COUNTER);
        assertThat(_get(DatePicker.class).getValue()).isEqualTo(DAY);
        assertThat(_get(TextField.class, spec -> spec.withLabel("姓名")).getValue())
                .isEqualTo("赵老太");
    }

    @Test
    void sent_it_is_offered_no_more_and_counts_once_however_often_it_was_reloaded() {
        come("");
        enterForSomebodyUnknown();
        NewRequestDraft before =
                NewRequestDraft.read(drafts.kept.values().iterator().next()).orElseThrow();
        come("");
        click("接着填写");
        click("登记并开始办理");
        ArgumentCaptor<NewRequest> sent = ArgumentCaptor.forClass(NewRequest.class);
        verify(intake).submit(sent.capture());
        assertThat(sent.getValue().idempotencyKey()).isEqualTo(before.key());
        assertThat(drafts.kept).isEmpty();
        come("");
        assertThat(_find(TextArea.class)).hasSize(1);
        assertThat(shown()).doesNotContain("没有提交的登记");
    }

    @Test
    void given_up_it_is_gone_and_the_person_of_the_page_that_led_here_is_chosen() {
        come("");
        enterForSomebodyUnknown();
        UUID other = UUID.randomUUID();
        come("?person=" + other);
        verify(search, never()).visit(other);
        click("不要了");
        verify(search, atLeastOnce()).visit(other);
        assertThat(_get(TextArea.class).getValue()).isEmpty();
        assertThat(drafts.kept).isEmpty();
    }

    @Test
    void two_windows_each_keep_their_own_request() {
        come("");
        enterForSomebodyUnknown();
        TextArea first = _get(TextArea.class);
        come("");
        click("另外登记一件");
        enterForSomebodyUnknown();
        _setValue(_get(TextArea.class), "另一位客户，只删联系方式");
        first.setValue("老太太不会上网，请都删掉。她儿子陪同");
        assertThat(notes()).containsExactly("老太太不会上网，请都删掉。她儿子陪同", "另一位客户，只删联系方式");

        come("");
        assertThat(_find(Button.class, spec -> spec.withText("接着填写"))).hasSize(2);
    }

    @Test
    void two_drafts_are_told_apart_without_a_name() {
        come("");
        enterForSomebodyUnknown();
        come("");
        click("另外登记一件");
        _setValue(channel(), Channel.PHONE);
        come("");
        assertThat(shown().replace('\u00a0', ' '))
                .contains("柜台 · 11 月 20 日 收到 · 未登记的人 · 全部信息 · 受理记录 12 字")
                .contains("电话 · ", " 收到 · 还没有选是谁 · 全部信息 · 受理记录还没有写")
                .doesNotContain("赵老太");
    }

    @Test
    void whoever_comes_back_to_a_window_whose_request_went_on_elsewhere_is_told_at_once_above_the_form() {
        NewRequestView before = come("");
        enterForSomebodyUnknown();
        StaffPage page = _get(before, StaffPage.class);
        comeBack(page);
        assertThat(_find(before, Notice.class)).as("still this window's").isEmpty();
        come("");
        click("接着填写");
        comeBack(page);
        comeBack(page);
        assertThat(_get(before, Notice.class).getElement().getTextRecursively()).contains("这件登记已不在这个窗口");
        String text = before.getElement().getTextRecursively();
        assertThat(text.indexOf("这件登记已不在这个窗口")).isLessThan(text.indexOf("谁的申请"));
    }

    private static void comeBack(StaffPage page) {
        BasicUtilsKt._fireDomEvent(page, "window-returned", Json.createObject());
    }

    @Test
    void a_window_whose_request_goes_on_elsewhere_says_so_and_writes_over_nothing() {
        NewRequestView before = come("");
        enterForSomebodyUnknown();
        TextArea first = _get(TextArea.class);
        come("");
        click("接着填写");
        _setValue(_get(TextArea.class), "新窗口里写的");
        first.setValue("旧窗口里写的");
        assertThat(notes()).containsExactly("新窗口里写的");
        assertThat(_get(before, Button.class, spec -> spec.withText("作为另一件接着填写")))
                .isNotNull();
        assertThat(_find(before, Button.class, spec -> spec.withText("登记并开始办理")))
                .as("cannot be sent from here")
                .isEmpty();
        assertThat(first.getValue()).isEqualTo("旧窗口里写的");

        _get(before, Button.class, spec -> spec.withText("作为另一件接着填写")).click();
        assertThat(notes()).containsExactly("新窗口里写的", "旧窗口里写的");
        assertThat(drafts.kept.values())
                .extracting(
                        content -> NewRequestDraft.read(content).orElseThrow().key())
                .doesNotHaveDuplicates();
    }

    @Test
    void what_was_sent_from_another_window_is_not_sent_again_from_this_one() {
        NewRequestView before = come("");
        enterForSomebodyUnknown();
        Button send = _get(before, Button.class, spec -> spec.withText("登记并开始办理"));
        come("");
        click("接着填写");
        click("登记并开始办理");
        send.click();
        verify(intake).submit(any());
        assertThat(drafts.kept).isEmpty();
    }

    @Test
    void nothing_is_begun_about_somebody_whose_data_was_erased_since_they_were_chosen() {
        UUID person = UUID.randomUUID();
        come("?person=" + person);
        drafts.erased.add(person);
        _setValue(_get(TextArea.class), "请都删掉");
        assertThat(shown()).contains("这位客户的信息已经删除", "您填写的内容没有保存").doesNotContain("柯**", "!");
        assertThat(_get(TextArea.class).getValue()).isEmpty();
        assertThat(drafts.kept).isEmpty();
        click("登记并开始办理");
        verify(intake, never()).submit(any());
        assertThat(shown()).contains("请先查找并选择是谁的申请");
    }

    @Test
    void what_ended_with_the_data_it_was_about_does_not_go_on_as_another_request() {
        UUID person = UUID.randomUUID();
        come("?person=" + person);
        _setValue(_get(TextArea.class), "请都删掉");
        assertThat(drafts.kept).hasSize(1);
        drafts.erased.add(person);
        drafts.kept.clear();
        _setValue(_get(TextArea.class), "请都删掉，越快越好");
        click("作为另一件接着填写");
        assertThat(shown()).contains("这位客户的信息已经删除").doesNotContain("柯**");
        assertThat(_get(TextArea.class).getValue()).isEmpty();
        assertThat(drafts.kept).isEmpty();
    }

    @Test
    void sent_before_and_changed_since_it_leads_to_the_case_that_was_entered_then() {
        come("");
        enterForSomebodyUnknown();
        String key = NewRequestDraft.read(drafts.kept.values().iterator().next())
                .orElseThrow()
                .key();
        when(intake.submit(any())).thenThrow(new InvalidInput("", "request.error.idempotencyKeyReused"));
        when(intake.entered(key)).thenReturn(Optional.of(view.request()));
        come("");
        click("接着填写");
        _setValue(_get(TextArea.class), "老太太不会上网，请都删掉。她儿子陪同");
        click("登记并开始办理");
        assertThat(shown())
                .contains("这件之前已经登记", view.request().reference(), "之后的改动没有登记")
                .doesNotContain("幂等", "!");
        assertThat(_find(RouteLink.class).stream().map(RouteLink::getHref))
                .contains("staff/cases/" + view.request().id());
        assertThat(drafts.kept).isEmpty();
    }

    @Test
    void an_untouched_form_leaves_nothing_behind() {
        come("");
        _setValue(_get(DatePicker.class), DAY);
        assertThat(drafts.kept).isEmpty();
        _setValue(_get(TextArea.class), "x");
        assertThat(drafts.kept).hasSize(1);
        _setValue(_get(TextArea.class), "");
        assertThat(drafts.kept).isEmpty();
    }

    @Test
    void too_long_a_note_is_told_at_its_field_and_kept() {
        come("");
        enterForSomebodyUnknown();
        String pasted = "字".repeat(1_000_000);
        _setValue(_get(TextArea.class), pasted);
        click("登记并开始办理");
        verify(intake, never()).submit(any());
        assertThat(_get(TextArea.class).getErrorMessage()).contains("多了 990,000 字");
        assertThat(_get(TextArea.class).getValue()).isEqualTo(pasted);
    }

    @SuppressWarnings("unchecked")
    private void enterForSomebodyUnknown() {
        _setValue(_get(TextField.class, spec -> spec.withLabel("手机号、证件号码、邮箱、合同编号、客户编号、微信号或姓名")), "赵老太");
        click("查找");
        RadioButtonGroup<PersonChoice.Candidate> found = _get(RadioButtonGroup.class, spec -> spec.withLabel("请选择"));
        found.setValue(found.getListDataView().getItem(0));
        _setValue(_get(TextField.class, spec -> spec.withLabel("姓名")), "赵老太");
        _setValue(channel(), Channel.COUNTER);
        _setValue(_get(DatePicker.class), DAY);
        _setValue(_get(TextArea.class), "老太太不会上网，请都删掉");
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<Channel> channel() {
        return _get(RadioButtonGroup.class, spec -> spec.withLabel("怎样提出的"));
    }

    private NewRequestView come(String query) {
        EmptyPage.open();
        DueDate due = new DueDate(
                LocalDate.of(2026, 12, 4),
                Limb.WORKING_DAYS,
                false,
                new DueDate.Explanation(DAY, 15, 30, LocalDate.of(2026, 12, 4), null, false, 0));
        ClockView clock = mock(ClockView.class);
        when(clock.state()).thenReturn(ClockState.RUNNING);
        when(clock.due()).thenReturn(due);
        Clocks clocks = mock(Clocks.class);
        when(clocks.view(any())).thenReturn(clock);
        when(clocks.preview(any(), any())).thenReturn(due);
        NewRequestView page = new NewRequestView(
                intake,
                mock(RequestReader.class),
                people,
                search,
                clocks,
                Desks.pages(view),
                drafts.store,
                mock(AuthorityRules.class));
        UI.getCurrent().add(page);
        BeforeEnterEvent event = mock(BeforeEnterEvent.class);
        when(event.getLocation()).thenReturn(new Location("staff/requests/new" + query));
        page.beforeEnter(event);
        return page;
    }

    private List<String> notes() {
        return drafts.kept.values().stream()
                .map(content -> NewRequestDraft.read(content).orElseThrow().note())
                .toList();
    }

    private static void click(String words) {
        _click(_get(Button.class, spec -> spec.withText(words)));
    }

    private static String shown() {
        return UI.getCurrent().getElement().getTextRecursively();
    }
}
