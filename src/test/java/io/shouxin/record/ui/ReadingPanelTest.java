package io.shouxin.record.ui;

import static io.shouxin.record.ui.ImportPages.all;
import static io.shouxin.record.ui.ImportPages.button;
import static io.shouxin.record.ui.ImportPages.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.shouxin.record.ImportSheet;
import io.shouxin.record.ImportState;
import io.shouxin.record.ReadingChoice;
import io.shouxin.testing.EmptyPage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a file was read, before its columns are named. */
@ExtendWith(EmptyPage.class)
class ReadingPanelTest {

    private final FakeImports imports = new FakeImports();
    private int changes;

    @Test
    void a_hidden_sheet_is_named_as_hidden_and_read_only_when_ticked() {
        ReadingPanel panel = panel(sheet(0, "名单", false, "xlsx", 2), sheet(1, "底稿", true, "xlsx", 0));
        assertThat(text(panel)).contains("隐藏的工作表不会读取，除非您勾选它");
        Checkbox hidden = each(panel, Checkbox.class).get(1);
        assertThat(hidden.getLabel()).isEqualTo("读取“底稿”（3,000 行，在文件中是隐藏的）");
        assertThat(hidden.getValue()).isFalse();
        hidden.setValue(true);
        button(panel, "按此重新读取").click();
        assertThat(imports.readAs).containsExactly(new ReadingChoice(null, Map.of(0, true, 1, true), Map.of(0, 2)));
        assertThat(changes).isOne();
    }

    @Test
    void no_sheet_at_all_is_refused_in_words() {
        ReadingPanel panel = panel(sheet(0, "名单", false, "xlsx", 1), sheet(1, "二", false, "xlsx", 1));
        each(panel, Checkbox.class).forEach(box -> box.setValue(false));
        button(panel, "按此重新读取").click();
        assertThat(text(panel)).contains("请至少选一张工作表");
        assertThat(imports.readAs).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void another_charset_is_read_with_heads_found_anew_and_one_that_does_not_fit_is_refused_in_words() {
        ReadingPanel panel = panel(sheet(0, "名单.csv", false, "GB18030, ,", 4));
        Select<String> charset = (Select<String>) each(panel, Select.class).get(0);
        assertThat(charset.getValue()).isEqualTo("GB18030");
        assertThat(charset.getHelperText()).contains("GB18030", "乙");
        charset.setValue("Big5");
        button(panel, "按此重新读取").click();
        assertThat(text(panel)).contains("按 Big5 读不出这个文件");
        assertThat(changes).isZero();
        charset.setValue("UTF-8");
        button(panel, "按此重新读取").click();
        assertThat(imports.readAs).containsExactly(new ReadingChoice("UTF-8", Map.of(0, true), Map.of()));
    }

    @Test
    void the_row_of_heads_is_chosen_by_its_number() {
        ReadingPanel panel = panel(sheet(0, "名单.csv", false, "UTF-8, ,", 1));
        each(panel, IntegerField.class).get(0).setValue(3);
        button(panel, "按此重新读取").click();
        assertThat(imports.readAs).containsExactly(new ReadingChoice("UTF-8", Map.of(0, true), Map.of(0, 3)));
    }

    private ReadingPanel panel(ImportSheet... sheets) {
        return new ReadingPanel(imports, ImportPages.view(ImportState.NEEDS_MAPPING, List.of(sheets)), () -> changes++);
    }

    private static ImportSheet sheet(int number, String name, boolean hidden, String encoding, int header) {
        return new ImportSheet(number, name, hidden, !hidden, 3000, header, encoding, null);
    }

    private static <T> List<T> each(ReadingPanel panel, Class<T> kind) {
        return all(panel).filter(kind::isInstance).map(kind::cast).toList();
    }
}
