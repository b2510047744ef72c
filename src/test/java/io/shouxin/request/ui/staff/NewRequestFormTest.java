package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.shouxin.record.Category;
import io.shouxin.record.PeopleSearch;
import io.shouxin.request.AuthorityRules;
import io.shouxin.request.Channel;
import io.shouxin.request.NewRequest;
import io.shouxin.request.ProofMethod;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.Notice;
import io.shouxin.testing.EmptyPage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyPage.class)
class NewRequestFormTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate LONG_AGO = LocalDate.of(2026, 5, 6);
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID TWO = UUID.randomUUID();

    private PersonChoice who;
    private final AuthorityRules rules = mock(AuthorityRules.class);
    private OthersForm others;
    private NewRequestForm form;

    @BeforeEach
    void openForm() {
        who = new PersonChoice(mock(PeopleRows.class), mock(PeopleSearch.class));
        others = new OthersForm(rules);
        form = new NewRequestForm(
                TODAY,
                Map.of(ONE, "浦东一店", TWO, "徐汇家政店"),
                Optional.of(TWO),
                (type, day) -> day.plusDays(type.equals("MINOR") ? 14 : 21),
                others);
        UI.getCurrent().add(form);
    }

    @Test
    void everything_that_is_missing_is_told_at_once() {
        _setValue(received(), null);
        assertThat(form.check(who)).containsExactly("请先查找并选择是谁的申请。", "请选择怎样提出的。", "收到日期不能晚于现在。");
        assertThat(received().isInvalid()).isTrue();
    }

    private NewRequest.Receipt receipt() {
        return Objects.requireNonNull(form.read(who).receipt());
    }

    @Test
    void a_day_long_ago_can_be_confirmed_after_it_was_refused() {
        fill(LONG_AGO);
        assertThat(_find(Checkbox.class, spec -> spec.withLabel("确认收到日期无误"))).isEmpty();
        form.mark(new InvalidInput("/receivedAt", "request.error.receivedTooLongAgo", 180));
        assertThat(received().isInvalid()).isTrue();
        assertThat(received().getErrorMessage()).contains("180 天");
        assertThat(receipt().confirmed()).isFalse();

        _setValue(_get(Checkbox.class, spec -> spec.withLabel("确认收到日期无误")), true);
        assertThat(receipt().confirmed()).isTrue();
    }

    @Test
    void another_day_is_not_confirmed_with_the_first() {
        fill(LONG_AGO);
        form.mark(new InvalidInput("/receivedAt", "request.error.receivedTooLongAgo", 180));
        _setValue(_get(Checkbox.class, spec -> spec.withLabel("确认收到日期无误")), true);
        _setValue(received(), LONG_AGO.minusYears(1));
        assertThat(receipt().confirmed()).isFalse();
        assertThat(received().isInvalid()).isFalse();
    }

    @Test
    void a_missed_deadline_is_told_before_sending() {
        assertThat(_find(Notice.class)).isEmpty();
        fill(LocalDate.of(2026, 10, 20));
        assertThat(_get(Notice.class).getElement().getTextRecursively()).contains("答复期限已经过了", "11 月 10 日");
        _setValue(received(), TODAY.minusDays(1));
        assertThat(_find(Notice.class)).isEmpty();
    }

    @Test
    void no_hour_is_made_up_for_an_earlier_day() {
        fill(LocalDate.of(2026, 10, 20));
        assertThat(receipt().at()).isEqualTo(Instant.parse("2026-10-19T16:00:00Z"));
        _setValue(received(), TODAY);
        assertThat(form.read(who).receipt()).isNull();
    }

    @Test
    void the_clerks_own_branch_is_chosen_beforehand() {
        fill(TODAY);
        assertThat(form.read(who).branchId()).isEqualTo(TWO);
    }

    @Test
    void nothing_agrees_with_a_file_for_somebody_who_is_on_none() {
        come(Channel.COUNTER);
        form.offer(Set.of());
        assertThat(proof()).extracting(Checkbox::getLabel).containsExactly("已当面查验证件");
        form.offer(Set.of(Category.CONTACT));
        assertThat(proof()).extracting(Checkbox::getLabel).containsExactly("已当面查验证件，与登记一致");

        come(Channel.PHONE);
        assertThat(proof()).extracting(Checkbox::getLabel).containsExactly("已回拨登记的号码核对本人");
        form.offer(Set.of());
        assertThat(proof()).as("no number of theirs is on file").isEmpty();
    }

    @Test
    void what_was_seen_of_one_person_is_not_said_of_another() {
        fill(TODAY);
        come(Channel.COUNTER);
        form.offer(Set.of(Category.CONTACT));
        _setValue(proof().get(0), true);
        assertThat(form.read(who).proof()).isEqualTo(ProofMethod.SEEN_AT_COUNTER);
        form.offer(Set.of());
        assertThat(form.read(who).proof()).isNull();
    }

    private void fill(LocalDate day) {
        come(Channel.LETTER);
        _setValue(received(), day);
    }

    @SuppressWarnings("unchecked")
    private static void come(Channel how) {
        RadioButtonGroup<Channel> channel = _find(RadioButtonGroup.class).get(0);
        _setValue(channel, how);
    }

    private static List<Checkbox> proof() {
        return _find(
                Checkbox.class, spec -> spec.withPredicate(box -> box.getLabel().startsWith("已")));
    }

    private static DatePicker received() {
        return _get(DatePicker.class);
    }
}
