package io.shouxin.record.ui;

import static io.shouxin.record.ui.ImportPages.ID;
import static io.shouxin.record.ui.ImportPages.all;
import static io.shouxin.record.ui.ImportPages.button;
import static io.shouxin.record.ui.ImportPages.text;
import static io.shouxin.record.ui.ImportPages.view;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.record.ImportState;
import io.shouxin.record.LeaveOutReason;
import io.shouxin.record.RowPlace;
import io.shouxin.testing.EmptyPage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows that were left out, corrected on the page of their list. */
@ExtendWith(EmptyPage.class)
class RowFormTest {

    private final FakeLeftOutRows rows = new FakeLeftOutRows();
    private int changes;

    @Test
    void a_row_opens_with_the_reason_at_the_cell_that_caused_it_and_says_what_is_still_wrong() {
        RejectsPanel panel = opened();
        TextField phone = field(panel, "手机号");
        assertThat(text(panel)).contains("“一月”第 7 行");
        assertThat(phone.isInvalid()).isTrue();
        assertThat(phone.getErrorMessage()).contains("号码");
        phone.setValue("138****");
        button(panel, "保存并导入，到下一行").click();
        assertThat(text(panel)).contains("这一行还不能导入", "看不出这一行是谁").doesNotContain("NOBODY", "!");
        assertThat(field(panel, "手机号").getErrorMessage()).contains("有隐藏的位数");
        assertThat(field(panel, "手机号").getValue()).isEqualTo("138****");
    }

    @Test
    void a_row_that_was_imported_makes_room_for_the_next_and_the_last_for_what_became_of_all() {
        RejectsPanel panel = opened();
        field(panel, "姓名").setValue("柯一");
        button(panel, "保存并导入，到下一行").click();
        assertThat(rows.mended).containsExactly(List.of("柯一", "138?"));
        assertThat(text(panel)).contains("“一月”第 9 行", "陈静 于 11 月 1 日 10:30 改正并导入");
        field(panel, "姓名").setValue("柯二");
        button(panel, "保存并导入这一行").click();
        assertThat(changes).isOne();
        assertThat(text(panel())).contains("没有导入的行都处理完了", "已处理的行（2）");
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_row_is_left_out_for_good_only_with_a_reason() {
        RejectsPanel panel = opened();
        Select<LeaveOutReason> reason = (Select<LeaveOutReason>)
                all(panel).filter(Select.class::isInstance).findFirst().orElseThrow();
        button(panel, "不再导入这一行").click();
        assertThat(reason.isInvalid()).isTrue();
        assertThat(rows.open).hasSize(2);
        reason.setValue(LeaveOutReason.TWICE);
        button(panel, "不再导入这一行").click();
        assertThat(rows.open).containsExactly(new RowPlace(0, 9));
        assertThat(text(panel)).contains("决定不再导入：别处已经有了");
    }

    @Test
    void whoever_comes_second_to_a_row_is_told_and_loses_nothing() {
        RejectsPanel panel = opened();
        field(panel, "姓名").setValue("柯一一");
        rows.end(ID, new RowPlace(0, 7), null);
        button(panel, "保存并导入，到下一行").click();
        assertThat(text(panel)).contains("已经有人处理了", "陈静 于 11 月 1 日 10:30 改正并导入", "没有丢失");
        assertThat(field(panel, "姓名").getValue()).isEqualTo("柯一一");
        assertThat(button(panel, "保存并导入，到下一行").isEnabled()).isFalse();
        assertThat(rows.mended).isEmpty();
    }

    @Test
    void a_row_of_somebody_who_was_erased_is_named_apart_and_cannot_be_corrected() {
        rows.erased = 2;
        assertThat(text(panel())).contains("其中 2 行是已经删除过信息的人", "不会导入，也不能在这里改正");
    }

    private RejectsPanel panel() {
        return new RejectsPanel(
                new FakeImports(), rows, id -> "陈静", view(ImportState.COMPLETED, null, 3000), () -> changes++);
    }

    private RejectsPanel opened() {
        RejectsPanel panel = panel();
        UI.getCurrent().add(panel);
        button(panel, "查看").click();
        button(panel, "改正").click();
        return panel;
    }

    private static TextField field(RejectsPanel panel, String label) {
        return all(panel)
                .filter(each -> each instanceof TextField field && label.equals(field.getLabel()))
                .map(TextField.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
