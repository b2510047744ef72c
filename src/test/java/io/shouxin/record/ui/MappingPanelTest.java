package io.shouxin.record.ui;

import static io.shouxin.record.ui.ImportPages.ID;
import static io.shouxin.record.ui.ImportPages.all;
import static io.shouxin.record.ui.ImportPages.button;
import static io.shouxin.record.ui.ImportPages.named;
import static io.shouxin.record.ui.ImportPages.text;
import static io.shouxin.record.ui.ImportPages.view;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.record.FittingTemplate;
import io.shouxin.record.ImportState;
import io.shouxin.testing.EmptyPage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Columns are named, by hand or by a template, before a list is tried or imported. */
@ExtendWith(EmptyPage.class)
class MappingPanelTest {

    private final FakeImports imports = new FakeImports();
    private final FakeTemplates templates = new FakeTemplates();

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
    @SuppressWarnings("unchecked")
    void a_template_that_fits_is_offered_and_fills_in_the_columns_and_new_ones_are_kept_under_a_name() {
        templates.fitting = List.of(new FittingTemplate("每月名单", Map.of(0, "NAME", 1, "PHONE"), true));
        MappingPanel panel = new MappingPanel(imports, templates, view(ImportState.NEEDS_MAPPING, null, 0), () -> {});
        UI.getCurrent().add(panel);
        assertThat(text(panel)).contains("这份名单适合模板“每月名单”");
        button(panel, "采用").click();
        assertThat(all(panel).filter(ComboBox.class::isInstance).map(each -> ((ComboBox<String>) each).getValue()))
                .containsExactly("NAME", "PHONE");
        assertThat(text(panel)).contains("已采用模板“每月名单”").doesNotContain("适合模板");
        assertThat(all(panel).filter(ComboBox.class::isInstance).map(each -> each.getElement()
                        .getAttribute("title")))
                .containsExactly("姓名", "手机号");
        TextField name = LocatorJ._get(TextField.class);
        button(panel, "存为模板").click();
        assertThat(name.isInvalid()).isTrue();
        name.setValue("浦东名单");
        button(panel, "存为模板").click();
        assertThat(templates.changes).containsExactly("save 浦东名单 {0=NAME, 1=PHONE} true");
    }
}
