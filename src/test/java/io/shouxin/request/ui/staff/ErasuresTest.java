package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeTableCell;
import io.shouxin.record.Category;
import io.shouxin.request.CaseView;
import io.shouxin.request.ErasureReceipt;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErasuresTest {

    @BeforeEach
    void startVaadin() {
        MockVaadin.setup();
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void stopVaadin() {
        MockVaadin.tearDown();
    }

    @Test
    void what_was_kept_is_counted_among_what_was_not_erased() {
        assertThat(cells(2, 0)).startsWith("资料库", "2", "1");
    }

    @Test
    void what_the_system_refused_is_counted_with_it() {
        assertThat(cells(1, 1)).startsWith("资料库", "1", "2");
    }

    /** Two records to delete and one that is kept. */
    private static List<String> cells(int erased, int refused) {
        CaseView view = Desks.view(
                Desks.toDelete(Category.DEMAND),
                Desks.toDelete(Category.NOTE),
                Desks.keptByLaw(LocalDate.of(2036, 3, 15)));
        UI.getCurrent()
                .add(RepairPanel.erasures(new CaseView(
                        view.request(),
                        view.clock(),
                        view.decisions(),
                        view.events(),
                        view.texts(),
                        List.of(new ErasureReceipt("vault", erased, refused, List.of(), Desks.NOW, true)),
                        view.documents(),
                        view.trace())));
        return _find(NativeTableCell.class).stream()
                .map(cell -> cell.getElement().getTextRecursively())
                .toList();
    }
}
