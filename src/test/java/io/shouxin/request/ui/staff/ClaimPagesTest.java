package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.record.Category;
import io.shouxin.record.ClaimEnded;
import io.shouxin.record.ClaimKind;
import io.shouxin.record.ClaimSide;
import io.shouxin.record.Claims;
import io.shouxin.record.Classification;
import io.shouxin.record.DealType;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.NewClaim;
import io.shouxin.record.OpenClaim;
import io.shouxin.request.OpenClaims;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.ErrorBox;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

/** The panel of open claims and its two dialogs. */
class ClaimPagesTest {

    private static final UUID SUBJECT = UUID.randomUUID();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final HeldRecord SALE = record(Category.TRANSACTION, DealType.SALE);
    private static final HeldRecord WISHES = record(Category.DEMAND, null);

    private final OpenClaims claims = mock(OpenClaims.class);
    private final CasePages pages = Desks.pages(Desks.view());
    private final AtomicInteger changed = new AtomicInteger();

    @BeforeEach
    void startVaadin() {
        MockVaadin.setup();
        when(claims.choices(SUBJECT)).thenReturn(List.of(SALE, WISHES));
        OpenClaims.Effect effect =
                new OpenClaims.Effect(claim(TODAY.plusMonths(1)), List.of("SC-2026-000001"), List.of("SC-2026-000002"));
        when(claims.record(any())).thenReturn(effect);
        when(claims.end(any(), any())).thenReturn(effect);
    }

    @AfterEach
    void stopVaadin() {
        MockVaadin.tearDown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void a_claim_about_a_deal_is_recorded_and_the_page_drawn_again(String language) {
        Texts texts = open(language);
        fill(texts, "GZ-2026-12");
        _click(_get(Button.class, spec -> spec.withText(texts.get("staff.claim.send"))));

        ArgumentCaptor<NewClaim> sent = ArgumentCaptor.forClass(NewClaim.class);
        verify(claims).record(sent.capture());
        assertThat(sent.getValue())
                .isEqualTo(new NewClaim(
                        SUBJECT,
                        Desks.BRANCH,
                        ClaimKind.UNPAID_FEE,
                        ClaimSide.FIRM,
                        "GZ-2026-12",
                        TODAY.minusDays(3),
                        TODAY.plusMonths(2),
                        OpenClaim.Deal.of(SALE),
                        Set.of(),
                        "尾款"));
        assertThat(changed).hasValue(1);
        assertThat(_find(Dialog.class)).isEmpty();
        assertThat(_get(Notification.class).getElement().getProperty("text"))
                .as("what it changes and what not")
                .contains(
                        texts.get("staff.claim.again", "SC-2026-000001"),
                        texts.get("staff.claim.tooLate", "SC-2026-000002"));
    }

    @Test
    void a_note_that_is_too_long_is_told_at_its_field_and_kept() {
        Texts texts = open("zh-CN");
        fill(texts, "GZ-2026-12");
        String pasted = "款".repeat(Claims.LONGEST_NOTE + 1);
        _setValue(_get(TextArea.class), pasted);
        _click(_get(Button.class, spec -> spec.withText(texts.get("staff.claim.send"))));
        verify(claims, never()).record(any());
        assertThat(_get(TextArea.class).getErrorMessage()).contains("最多 2,000 字", "多了 1 字");
        assertThat(_get(TextArea.class).getValue()).isEqualTo(pasted);
        _setValue(_get(TextArea.class), "款😀".repeat(Claims.LONGEST_NOTE / 2));
        _click(_get(Button.class, spec -> spec.withText(texts.get("staff.claim.send"))));
        verify(claims).record(any());
    }

    @Test
    void a_claim_that_a_colleague_ended_meanwhile_is_said_to_be_ended() {
        OpenClaim claim = claim(TODAY.plusMonths(1));
        when(claims.of(SUBJECT)).thenReturn(List.of(new Claims.Entry(claim, "尾款", "")));
        when(claims.mayEnd(claim)).thenReturn(true);
        when(claims.end(any(), any())).thenThrow(new ClaimEnded(claim.id()));
        Texts texts = panel("zh-CN");
        _click(_get(Button.class, spec -> spec.withText(texts.get("staff.claim.end"))));
        _setValue(_get(TextArea.class), "已付清");
        _click(_get(Button.class, spec -> spec.withText(texts.get("staff.claim.endSend"))));
        assertThat(_get(Notification.class).getElement().getProperty("text")).contains("已由他人了结");
        assertThat(changed).hasValue(1);
    }

    @Test
    @SuppressWarnings("unchecked")
    void single_records_are_named_by_what_they_are() {
        Texts texts = open("zh-CN");
        fill(texts, "GZ-2026-12");
        RadioButtonGroup<ClaimSubject> concerns = group(texts, "staff.claim.concerns");
        assertThat(concerns.getListDataView().getItems().map(ClaimSubject::deal))
                .containsExactly(OpenClaim.Deal.of(SALE), null);
        concerns.setValue(concerns.getListDataView().getItem(1));
        CheckboxGroup<String> records = _get(CheckboxGroup.class);
        _click(_get(Button.class, spec -> spec.withText(texts.get("staff.claim.send"))));
        assertThat(records.isInvalid()).as("none is chosen yet").isTrue();
        records.setValue(Set.of(texts.label(Category.DEMAND)));
        _click(_get(Button.class, spec -> spec.withText(texts.get("staff.claim.send"))));

        ArgumentCaptor<NewClaim> sent = ArgumentCaptor.forClass(NewClaim.class);
        verify(claims).record(sent.capture());
        assertThat(sent.getValue().records()).containsExactly(WISHES.id());
        assertThat(sent.getValue().deal()).isNull();
    }

    @Test
    void every_missing_field_is_marked_and_nothing_is_sent() {
        Texts texts = open("zh-CN");
        _click(_get(Button.class, spec -> spec.withText(texts.get("staff.claim.send"))));
        assertThat(_find(RadioButtonGroup.class)).allMatch(RadioButtonGroup::isInvalid);
        assertThat(_find(DatePicker.class)).allMatch(DatePicker::isInvalid);
        assertThat(_get(TextField.class).isInvalid()).isTrue();
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        verify(claims, never()).record(any());
    }

    @Test
    void a_refusal_is_told_and_what_was_typed_stays() {
        Texts texts = open("zh-CN");
        when(claims.record(any())).thenThrow(new InvalidInput("/reference", "record.claim.error.known"));
        fill(texts, "GZ-2026-12");
        _click(_get(Button.class, spec -> spec.withText(texts.get("staff.claim.send"))));
        assertThat(_get(ErrorBox.class).getElement().getTextRecursively()).contains("已有一项未了结的主张");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("尾款");
        assertThat(changed).hasValue(0);
    }

    @Test
    void the_officer_ends_a_claim_only_with_a_reason() {
        OpenClaim claim = claim(TODAY.plusMonths(1));
        when(claims.of(SUBJECT)).thenReturn(List.of(new Claims.Entry(claim, "尾款", "")));
        when(claims.mayEnd(claim)).thenReturn(true);
        Texts texts = panel("zh-CN");
        _click(_get(Button.class, spec -> spec.withText(texts.get("staff.claim.end"))));
        _click(_get(Button.class, spec -> spec.withText(texts.get("staff.claim.endSend"))));
        verify(claims, never()).end(any(), any());
        _setValue(_get(TextArea.class), "已付清");
        _click(_get(Button.class, spec -> spec.withText(texts.get("staff.claim.endSend"))));
        verify(claims).end(claim.id(), "已付清");
        assertThat(changed).hasValue(1);
    }

    @Test
    void who_decides_reads_the_claim_and_that_it_is_to_be_looked_at_again() {
        when(claims.of(SUBJECT)).thenReturn(List.of(new Claims.Entry(claim(TODAY), "尾款 3 万", "")));
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
        assertThat(new ClaimsPanel(claims, pages, SUBJECT).toRead())
                .hasValueSatisfying(panel -> assertThat(panel.getElement().getTextRecursively())
                        .contains("费用未付", "GZ-2026-12", "尾款 3 万", "核查日已到", "陈静"));
        assertThat(_find(Button.class)).isEmpty();
    }

    @Test
    void who_may_record_none_is_offered_none() {
        when(claims.choices(SUBJECT)).thenReturn(List.of());
        panel("zh-CN");
        assertThat(_find(Button.class)).isEmpty();
    }

    private Texts panel(String language) {
        Locale locale = Locale.forLanguageTag(language);
        UI.getCurrent().setLocale(locale);
        UI.getCurrent().add(new ClaimsPanel(claims, pages, SUBJECT).toChange(changed::incrementAndGet));
        return Texts.of(locale);
    }

    private Texts open(String language) {
        Texts texts = panel(language);
        _click(_get(Button.class, spec -> spec.withText(texts.get("staff.claim.record"))));
        return texts;
    }

    private void fill(Texts texts, String reference) {
        this.<ClaimKind>group(texts, "staff.claim.kind").setValue(ClaimKind.UNPAID_FEE);
        this.<ClaimSide>group(texts, "staff.claim.side").setValue(ClaimSide.FIRM);
        RadioButtonGroup<ClaimSubject> concerns = group(texts, "staff.claim.concerns");
        concerns.setValue(concerns.getListDataView().getItem(0));
        _setValue(_get(TextField.class), reference);
        _setValue(_get(DatePicker.class, spec -> spec.withLabel(texts.get("staff.claim.since"))), TODAY.minusDays(3));
        _setValue(_get(DatePicker.class, spec -> spec.withLabel(texts.get("staff.claim.review"))), TODAY.plusMonths(2));
        _setValue(_get(TextArea.class), "尾款");
    }

    @SuppressWarnings("unchecked")
    private <T> RadioButtonGroup<T> group(Texts texts, String label) {
        return _get(RadioButtonGroup.class, spec -> spec.withLabel(texts.get(label)));
    }

    private static OpenClaim claim(LocalDate reviewOn) {
        return new OpenClaim(
                UUID.randomUUID(),
                SUBJECT,
                Desks.BRANCH,
                ClaimKind.UNPAID_FEE,
                ClaimSide.FIRM,
                "GZ-2026-12",
                TODAY.minusDays(3),
                reviewOn,
                null,
                Set.of(WISHES.id()),
                Desks.NOW,
                Desks.ME,
                null,
                null);
    }

    private static HeldRecord record(Category category, @Nullable DealType deal) {
        LocalDate day = deal == null ? null : LocalDate.of(2024, 5, 6);
        return new HeldRecord(
                UUID.randomUUID(), SUBJECT, Desks.BRANCH, category, Classification.GENERAL, deal, day, day, null, null);
    }
}
