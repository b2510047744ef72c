package io.shouxin.record.ui;

import static io.shouxin.record.ui.ImportPages.ID;
import static io.shouxin.record.ui.ImportPages.button;
import static io.shouxin.record.ui.ImportPages.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import io.shouxin.platform.Branch;
import io.shouxin.record.ImportTemplate;
import io.shouxin.shared.Sector;
import io.shouxin.testing.EmptyPage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the page of all imports has beside its list. */
@ExtendWith(EmptyPage.class)
class ImportsPageTest {

    private final FakeImports imports = new FakeImports();
    private final FakeTemplates templates = new FakeTemplates();

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
}
