package io.shouxin.record.ui;

import static io.shouxin.record.ui.ImportPages.all;
import static io.shouxin.record.ui.ImportPages.button;
import static io.shouxin.record.ui.ImportPages.text;
import static io.shouxin.record.ui.ImportPages.view;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import io.shouxin.record.ImportState;
import io.shouxin.record.ImportView;
import io.shouxin.shared.Texts;
import io.shouxin.testing.EmptyPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What became of a list, in words. */
@ExtendWith(EmptyPage.class)
class ImportResultTest {

    private final FakeImports imports = new FakeImports();

    @Test
    void a_running_import_shows_how_far_it_is() {
        String text = text(ImportLooks.running(view(ImportState.RUNNING, null, 1200), Texts.chinese()));
        assertThat(text).contains("1,200 / 3,000 行");
    }

    @Test
    void rows_left_out_are_shown_in_words_and_only_when_asked_for() {
        RejectsPanel panel = new RejectsPanel(
                imports, new FakeLeftOutRows(), id -> "陈静", view(ImportState.COMPLETED, null, 3000), () -> {});
        assertThat(text(panel)).contains("2026 年 12 月 1 日").doesNotContain("13800010001");
        button(panel, "查看").click();
        assertThat(text(panel)).contains("第七行", "一月", "整行").doesNotContain("NOBODY_IN_ROW");
        assertThat(imports.looks).isOne();
    }

    @Test
    void the_list_counts_the_rows_that_were_never_reached_beside_those_left_out() {
        assertThat(ImportLooks.rejected(view(ImportState.FAILED, ImportView.GIVEN_UP, 1200), Texts.chinese()))
                .isEqualTo("1，另有 1,800 行没有处理到");
        assertThat(ImportLooks.rejected(view(ImportState.COMPLETED, null, 3000), Texts.chinese()))
                .isEqualTo("1");
        assertThat(ImportLooks.rejected(view(ImportState.PAUSED, null, 1200), Texts.chinese()))
                .isEqualTo("1");
    }

    @Test
    void the_result_speaks_in_words() {
        ImportView view = view(ImportState.COMPLETED, null, 3000);
        String text = text(ImportResult.figures(view, Texts.chinese()))
                + text(new FindingsPanel(imports, view))
                + text(ImportResult.categories(view, Texts.chinese()))
                + text(ImportResult.columns(view, Texts.chinese()));
        assertThat(text).contains("新客户 2,000 人", "原有 868 人").doesNotContain("NO_PHONE", "IDENTITY", "UNKNOWN", "!");
    }

    @Test
    void findings_say_their_columns_and_open_into_single_rows_page_by_page() {
        FindingsPanel panel = new FindingsPanel(imports, view(ImportState.COMPLETED, null, 3000));
        assertThat(text(panel)).contains("手机号、备用电话", "整行").doesNotContain("二月", "上一页");
        all(panel)
                .filter(each -> each instanceof Button button
                        && button.getAriaLabel().orElse("").startsWith("查看各行：不是可以拨打的电话号码"))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow()
                .click();
        assertThat(text(panel)).contains("第 1 至 50 处，共 120 处", "二月", "10050");
        assertThat(button(panel, "上一页").isEnabled()).isFalse();
        button(panel, "下一页").click();
        button(panel, "下一页").click();
        assertThat(text(panel)).contains("第 101 至 120 处，共 120 处", "10120").doesNotContain("10100");
        assertThat(button(panel, "下一页").isEnabled()).isFalse();
        assertThat(button(panel, "上一页").isEnabled()).isTrue();
    }
}
