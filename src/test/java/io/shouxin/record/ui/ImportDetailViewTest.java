package io.shouxin.record.ui;

import static io.shouxin.record.ui.ImportPages.ID;
import static io.shouxin.record.ui.ImportPages.button;
import static io.shouxin.record.ui.ImportPages.text;
import static io.shouxin.record.ui.ImportPages.view;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import io.shouxin.record.Category;
import io.shouxin.record.FindingPlace;
import io.shouxin.record.ImportFinding;
import io.shouxin.record.ImportState;
import io.shouxin.record.ImportTrial;
import io.shouxin.record.ImportTrial.FoundRows;
import io.shouxin.record.ImportView;
import io.shouxin.testing.EmptyPage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One import from its dry run to its end, as its page shows it. */
@ExtendWith(EmptyPage.class)
class ImportDetailViewTest {

    private final FakeImports imports = new FakeImports();
    private final FakeTemplates templates = new FakeTemplates();

    @Test
    void a_dry_run_speaks_in_words_and_leads_to_the_import_or_back_to_the_columns() {
        ImportTrial trial = new ImportTrial(
                2868,
                868,
                536,
                20000,
                3,
                132,
                1,
                481,
                Map.of(Category.IDENTITY, 2868),
                Map.of("CHILD", 12, "DOMESTIC_WORKER", 5),
                List.of(
                        new ImportFinding("PHONE_UNREADABLE", 9, List.of("手机号")),
                        new ImportFinding("POSSIBLE_SAME_PERSON", 2, List.of())),
                Map.of(
                        "PHONE_UNREADABLE",
                        new FoundRows(8, List.of(place("一月", 3), place("一月", 7), place("二月", 12))),
                        "POSSIBLE_SAME_PERSON",
                        new FoundRows(1, List.of(place("二月", 9)))),
                List.of(new FindingPlace("一月", 7, null, "NOBODY_IN_ROW")),
                List.of(new FindingPlace("二月", 9, null, "POSSIBLE_SAME_PERSON")));
        imports.shown = view(ImportState.TRIED, null, 0).as(trial);
        ImportDetailView page = page();
        assertThat(text(page))
                .contains("还没有导入任何内容", "新客户 2,000 人", "子女", "12", "不会导入的行", "看不出这一行是谁", "可能是同一人", "共 2 行")
                .contains("需要看一看481 处", "“一月”第 3、7 行、“二月”第 12 行等 8 行", "“二月”第 9 行")
                .doesNotContain("NOBODY_IN_ROW", "POSSIBLE", "DOMESTIC", "!")
                .doesNotContain("没有导入的行", "原文已保留", "已按原文");
        button(page, "按此导入").click();
        button(page, "回到各列").click();
        assertThat(imports.steps).containsExactly("run", "columns");
    }

    @Test
    void a_running_import_can_be_paused_and_a_paused_one_says_by_whom_and_goes_on() {
        imports.shown = view(ImportState.RUNNING, null, 1200);
        button(page(), "暂停").click();
        imports.shown = view(ImportState.PAUSED, null, 1200);
        ImportDetailView page = page();
        assertThat(text(page)).contains("陈静 在 11 月 1 日 10:00 暂停", "1,200 / 3,000 行");
        button(page, "继续导入").click();
        assertThat(imports.steps).containsExactly("pause", "resume");
    }

    @Test
    void a_paused_import_is_given_up_after_a_question_and_then_says_what_stays() {
        imports.shown = view(ImportState.PAUSED, null, 1200);
        button(page(), "放弃导入").click();
        assertThat(imports.steps).isEmpty();
        ConfirmDialog dialog = LocatorJ._get(ConfirmDialog.class);
        assertThat(dialog.getElement().getProperty("message")).contains("前 1,200 行已经处理", "会保留");
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));
        assertThat(imports.steps).containsExactly("give up");

        imports.shown = view(ImportState.FAILED, ImportView.GIVEN_UP, 1200);
        assertThat(text(page()))
                .contains("导入已放弃", "已放弃", "新客户 2,000 人", "没有导入的行1", "没有处理到的行1,800")
                .doesNotContain("没有导入任何", "!");
    }

    @Test
    void an_import_that_failed_after_some_of_its_rows_says_what_was_done_and_how_many_were_never_reached() {
        imports.shown = view(ImportState.FAILED, "imports.failure.NOT_RESUMED", 1200, List.of(1200L));
        assertThat(text(page()))
                .contains("只导入了一部分", "前 1,200 行已经处理，已导入的内容仍在", "新客户 2,000 人", "没有处理到的行1,800")
                .doesNotContain("什么都没有导入", "!");
        imports.shown = view(ImportState.FAILED, "imports.failure.NOT_RESUMED", 0, List.of(0L));
        assertThat(text(page())).contains("什么都没有导入").doesNotContain("只导入了一部分", "新客户");
    }

    @Test
    void a_list_that_stands_already_says_that_nothing_is_new_instead_of_showing_an_empty_card() {
        ImportTrial again =
                new ImportTrial(7, 7, 0, 0, 26, 0, 0, 0, Map.of(), Map.of(), List.of(), Map.of(), List.of(), List.of());
        imports.shown = view(ImportState.TRIED, null, 0).as(again);
        assertThat(text(page())).contains("没有要新增的记录；原样已有 26 条", "会新增 0 条", "不会导入的行0");
        imports.shown = view(ImportState.COMPLETED, null, 3000).as(again);
        assertThat(text(page())).contains("现在没有由这份名单新增的记录；原样已有的 26 条算在原来的导入里");
    }

    @Test
    void while_an_import_goes_on_its_button_stays_where_the_focus_is() {
        imports.shown = view(ImportState.RUNNING, null, 1200);
        ImportDetailView page = page();
        Button pause = button(page, "暂停");
        imports.shown = view(ImportState.RUNNING, null, 1400);
        page.look(UI.getCurrent());
        assertThat(text(page)).contains("1,400 / 3,000 行").doesNotContain("1,200");
        assertThat(button(page, "暂停")).isSameAs(pause);
    }

    @Test
    void the_particulars_stand_apart_by_themselves_and_need_no_dot() {
        imports.shown = view(ImportState.COMPLETED, null, 3000);
        assertThat(text(page())).contains("全部导入11 月 1 日 10:00已完成");
    }

    private static FindingPlace place(String sheet, int row) {
        return new FindingPlace(sheet, row, null, "PHONE_UNREADABLE");
    }

    private ImportDetailView page() {
        ImportDetailView page = new ImportDetailView(imports, templates, new FakeLeftOutRows(), id -> "陈静");
        page.opened(ID);
        UI.getCurrent().add(page);
        return page;
    }
}
