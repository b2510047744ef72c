package io.shouxin.record.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import io.shouxin.platform.Branch;
import io.shouxin.record.Category;
import io.shouxin.record.FindingPlace;
import io.shouxin.record.FittingTemplate;
import io.shouxin.record.ImportColumn;
import io.shouxin.record.ImportFinding;
import io.shouxin.record.ImportState;
import io.shouxin.record.ImportTemplate;
import io.shouxin.record.ImportTemplates;
import io.shouxin.record.ImportTrial;
import io.shouxin.record.ImportView;
import io.shouxin.record.Imports;
import io.shouxin.record.RejectView;
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Sector;
import io.shouxin.shared.Texts;
import io.shouxin.testing.EmptyPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyPage.class)
class ImportPagesTest {

    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private final FakeImports imports = new FakeImports();
    private final FakeTemplates templates = new FakeTemplates();

    @Test
    void a_running_import_shows_how_far_it_is() {
        String text = text(ImportLooks.running(view(ImportState.RUNNING, null, 1200), Texts.chinese()));
        assertThat(text).contains("1,200 / 3,000 行");
    }

    @Test
    void rows_left_out_are_shown_in_words_and_only_when_asked_for() {
        RejectsPanel panel = new RejectsPanel(imports, view(ImportState.COMPLETED, null, 3000), () -> {});
        assertThat(text(panel)).contains("2026 年 12 月 1 日").doesNotContain("13800010001");
        button(panel, "查看").click();
        assertThat(text(panel)).contains("第七行", "一月", "整行").doesNotContain("NOBODY_IN_ROW");
        assertThat(imports.looks).isOne();
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

    @Test
    @SuppressWarnings("unchecked")
    void columns_are_named_by_choosing_and_a_mapping_that_names_nobody_is_explained() {
        MappingPanel panel = new MappingPanel(imports, templates, view(ImportState.NEEDS_MAPPING, null, 0), () -> {});
        button(panel, "保存并导入").click();
        assertThat(text(panel)).contains("至少要指明姓名");
        ComboBox<String> first = (ComboBox<String>)
                all(panel).filter(ComboBox.class::isInstance).findFirst().orElseThrow();
        first.setValue("NAME");
        button(panel, "保存并导入").click();
        assertThat(imports.mapped).containsEntry(0, "NAME").containsEntry(1, "UNKNOWN");
    }

    @Test
    void a_file_that_nobody_wants_to_explain_is_discarded_after_a_question() {
        boolean[] looked = {false};
        MappingPanel panel =
                new MappingPanel(imports, templates, view(ImportState.NEEDS_MAPPING, null, 0), () -> looked[0] = true);
        UI.getCurrent().add(panel);
        button(panel, "不导入，销毁文件").click();
        assertThat(imports.discarded).isNull();
        ConfirmDialog dialog = LocatorJ._get(ConfirmDialog.class);
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));
        assertThat(imports.discarded).isEqualTo(ID);
        assertThat(looked[0]).isTrue();
    }

    @Test
    void a_list_is_tried_before_it_is_imported_unless_somebody_skips_that() {
        MappingPanel panel = new MappingPanel(imports, templates, view(ImportState.NEEDS_MAPPING, null, 0), () -> {});
        named(panel);
        button(panel, "先试算").click();
        assertThat(imports.steps).containsExactly("try");
        assertThat(imports.mapped).containsEntry(0, "NAME");
        assertThat(button(panel, "先试算").getThemeNames()).contains("primary");
        assertThat(button(panel, "保存并导入").getThemeNames()).doesNotContain("primary");
    }

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
                List.of(new ImportFinding("POSSIBLE_SAME_PERSON", 7, List.of())),
                List.of(new FindingPlace("一月", 7, null, "NOBODY_IN_ROW")),
                List.of(new FindingPlace("二月", 9, null, "POSSIBLE_SAME_PERSON")));
        imports.shown = view(ImportState.TRIED, null, 0).as(trial);
        ImportDetailView page = page();
        assertThat(text(page))
                .contains("还没有导入任何内容", "新客户 2,000 人", "子女", "12", "不会导入的行", "看不出这一行是谁", "可能是同一人", "共 7 行")
                .doesNotContain("NOBODY_IN_ROW", "POSSIBLE", "DOMESTIC", "!");
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
    @SuppressWarnings("unchecked")
    void a_template_that_fits_is_offered_and_fills_in_the_columns_and_new_ones_are_kept_under_a_name() {
        templates.fitting = List.of(new FittingTemplate("每月名单", Map.of(0, "NAME", 1, "PHONE"), true));
        MappingPanel panel = new MappingPanel(imports, templates, view(ImportState.NEEDS_MAPPING, null, 0), () -> {});
        UI.getCurrent().add(panel);
        assertThat(text(panel)).contains("这份名单适合模板“每月名单”");
        button(panel, "采用").click();
        assertThat(all(panel).filter(ComboBox.class::isInstance).map(each -> ((ComboBox<String>) each).getValue()))
                .containsExactly("NAME", "PHONE");
        TextField name = LocatorJ._get(TextField.class);
        button(panel, "存为模板").click();
        assertThat(name.isInvalid()).isTrue();
        name.setValue("浦东名单");
        button(panel, "存为模板").click();
        assertThat(templates.changes).containsExactly("save 浦东名单 {0=NAME, 1=PHONE} true");
    }

    @Test
    void templates_are_renamed_and_deleted_on_the_page_of_imports() {
        assertThat(new TemplatesPanel(templates).isVisible()).isFalse();
        templates.all = List.of(new ImportTemplate(
                ID, "每月名单", List.of("客户", "联系", "", "a", "b", "c", "d"), Instant.parse("2026-11-01T02:00:00Z")));
        TemplatesPanel panel = new TemplatesPanel(templates);
        UI.getCurrent().add(panel);
        assertThat(text(panel)).contains("每月名单", "客户、联系", "等 7 列");
        button(panel, "改名").click();
        LocatorJ._get(TextField.class).setValue("新名");
        button(panel, "保存新名称").click();
        button(panel, "删除模板").click();
        ConfirmDialog dialog = LocatorJ._get(ConfirmDialog.class);
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));
        assertThat(templates.changes).containsExactly("rename 新名", "delete");
    }

    private ImportDetailView page() {
        ImportDetailView page = new ImportDetailView(imports, templates, id -> "陈静");
        page.opened(ID);
        UI.getCurrent().add(page);
        return page;
    }

    @SuppressWarnings("unchecked")
    private static void named(MappingPanel panel) {
        ComboBox<String> first = (ComboBox<String>)
                all(panel).filter(ComboBox.class::isInstance).findFirst().orElseThrow();
        first.setValue("NAME");
    }

    @Test
    void where_a_branch_must_be_chosen_first_the_page_says_so() {
        List<Branch> branches = List.of(
                new Branch(UUID.randomUUID(), "浦东一店", Sector.BROKERAGE),
                new Branch(UUID.randomUUID(), "徐汇家政店", Sector.BROKERAGE));
        UploadPanel panel = new UploadPanel(imports, branches, id -> {});
        UI.getCurrent().add(panel);
        assertThat(LocatorJ._find(Paragraph.class, spec -> spec.withText("选好门店后，这里可以选择文件。")))
                .hasSize(1);
        LocatorJ._setValue(LocatorJ._get(Select.class), branches.get(0));
        assertThat(LocatorJ._find(Paragraph.class, spec -> spec.withText("选好门店后，这里可以选择文件。")))
                .isEmpty();
        assertThat(LocatorJ._find(Upload.class)).hasSize(1);
    }

    private static ImportView view(ImportState state, @Nullable String failure, int done) {
        return new ImportView(
                ID,
                ID,
                state,
                "名单.csv",
                null,
                Instant.parse("2026-11-01T02:00:00Z"),
                Instant.parse("2026-11-01T02:01:00Z"),
                3000,
                done,
                2868,
                868,
                536,
                20000,
                3,
                132,
                1,
                481,
                Map.of(Category.IDENTITY, 2868),
                List.of(
                        new ImportFinding("NO_PHONE", 48, List.of()),
                        new ImportFinding("PHONE_UNREADABLE", 120, List.of("手机号", "备用电话"))),
                List.of(
                        new ImportColumn(0, 0, "一月", "", "UNKNOWN_1", "UNKNOWN", 0),
                        new ImportColumn(1, 1, "二月", "乙", "UNKNOWN_2", "UNKNOWN", 0)),
                failure,
                List.of(),
                null,
                0,
                null,
                false,
                state == ImportState.PAUSED ? ID : null,
                state == ImportState.PAUSED ? Instant.parse("2026-11-01T02:00:30Z") : null);
    }

    private static Button button(Component page, String text) {
        return all(page)
                .filter(each ->
                        each instanceof Button button && button.getText().equals(text))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> all(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(ImportPagesTest::all));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private static final class FakeTemplates implements ImportTemplates {

        List<ImportTemplate> all = List.of();
        List<FittingTemplate> fitting = List.of();
        final List<String> changes = new ArrayList<>();

        @Override
        public List<ImportTemplate> all() {
            return all;
        }

        @Override
        public List<FittingTemplate> fitting(UUID importId) {
            return fitting;
        }

        @Override
        public UUID save(UUID importId, String name, Map<Integer, String> columnToField, boolean firstRowIsHeader) {
            if (name.isBlank()) {
                throw new InvalidInput("/name", "imports.template.name.wrong", 60);
            }
            changes.add("save " + name + " " + new TreeMap<>(columnToField) + " " + firstRowIsHeader);
            return ID;
        }

        @Override
        public void rename(UUID template, String name) {
            changes.add("rename " + name);
        }

        @Override
        public void delete(UUID template) {
            changes.add("delete");
        }
    }

    /** Answers as an import with one rejected row, and refuses a mapping that names nobody. */
    private static final class FakeImports implements Imports {

        int looks;
        ImportView shown = view(ImportState.COMPLETED, null, 3000);
        final List<String> steps = new ArrayList<>();

        @Nullable UUID discarded;

        final Map<Integer, String> mapped = new HashMap<>();

        @Override
        public UUID receive(String fileName, byte[] content, UUID branch, @Nullable Map<String, String> mapping) {
            return ID;
        }

        @Override
        public UUID receive(
                String fileName, byte[] content, UUID branch, @Nullable Map<String, String> mapping, Actor by) {
            return ID;
        }

        @Override
        public UUID prepare(String fileName, byte[] content, UUID branch) {
            return ID;
        }

        @Override
        public ImportView get(UUID id) {
            return shown;
        }

        @Override
        public void tryFirst(UUID id, Map<Integer, String> columnToField, boolean firstRowIsHeader) {
            map(id, columnToField, firstRowIsHeader);
            steps.add("try");
        }

        @Override
        public void run(UUID id) {
            steps.add("run");
        }

        @Override
        public void columnsAgain(UUID id) {
            steps.add("columns");
        }

        @Override
        public void pause(UUID id) {
            steps.add("pause");
        }

        @Override
        public void resume(UUID id) {
            steps.add("resume");
        }

        @Override
        public List<ImportView> list(int offset, int limit) {
            return List.of();
        }

        @Override
        public Map<Integer, List<String>> samples(UUID id) {
            return Map.of(0, List.of("王**"));
        }

        @Override
        public void map(UUID id, Map<Integer, String> columnToField, boolean firstRowIsHeader) {
            if (!columnToField.containsValue("NAME")) {
                throw new InvalidInput("", "imports.mapping.nobody");
            }
            mapped.putAll(columnToField);
        }

        @Override
        public List<FindingPlace> findings(UUID id, String code, int offset, int limit) {
            return IntStream.rangeClosed(offset + 1, Math.min(120, offset + limit))
                    .mapToObj(row -> new FindingPlace("二月", 10_000 + row, "手机号", code))
                    .toList();
        }

        @Override
        public List<RejectView> rejects(UUID id) {
            looks++;
            return List.of(new RejectView(0, "一月", 7, null, "NOBODY_IN_ROW", "第七行", new ArrayList<>(List.of("第七行"))));
        }

        @Override
        public List<RejectView> rejects(UUID id, int most) {
            return rejects(id).stream().limit(most).toList();
        }

        @Override
        public byte[] rejectsCsv(UUID id, Locale locale) {
            return new byte[0];
        }

        @Override
        public byte[] findingsCsv(UUID id, Locale locale) {
            return new byte[0];
        }

        @Override
        public void discard(UUID id) {
            discarded = id;
        }

        @Override
        public void purge(UUID id) {
            looks = -1;
        }

        @Override
        public void resumeUnfinished() {
            looks = 0;
        }
    }
}
