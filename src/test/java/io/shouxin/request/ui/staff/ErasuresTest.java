package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeTableCell;
import io.shouxin.record.Category;
import io.shouxin.request.CaseView;
import io.shouxin.request.ErasureReceipt;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.ui.Chip;
import io.shouxin.testing.EmptyPage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyPage.class)
class ErasuresTest {

    @Test
    void what_was_kept_is_counted_among_what_was_not_erased() {
        assertThat(cells(2, 0)).startsWith("资料库", "2", "1");
    }

    @Test
    void what_the_system_refused_is_counted_with_it() {
        assertThat(cells(1, 1)).startsWith("资料库", "1", "2");
    }

    @Test
    void of_a_closed_case_what_was_to_be_deleted_is_told_as_deleted_if_its_system_says_so() {
        assertThat(outcomes(RequestStatus.CLOSED, 0)).isEqualTo("已删除");
        assertThat(outcomes(RequestStatus.CLOSED, 1)).isEqualTo("删除");
        assertThat(outcomes(RequestStatus.REVIEW, 0)).isEqualTo("删除");
    }

    private static String outcomes(RequestStatus status, int refused) {
        SubjectRequest request = mock(SubjectRequest.class);
        when(request.status()).thenReturn(status);
        CaseView view = Desks.view(Desks.toDelete(Category.DEMAND));
        CaseView seen = new CaseView(
                request,
                view.clock(),
                view.decisions(),
                view.events(),
                view.texts(),
                List.of(new ErasureReceipt("vault", 1, refused, List.of(), Desks.NOW, true, Desks.NOW)),
                view.documents(),
                view.trace());
        UI.getCurrent().removeAll();
        UI.getCurrent().add(new RecordsTable(seen, Map.of(), account -> "陈静", new PendingChanges(Desks.ME), () -> {}));
        return _get(Chip.class).getElement().getTextRecursively();
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
                        List.of(new ErasureReceipt("vault", erased, refused, List.of(), Desks.NOW, true, Desks.NOW)),
                        view.documents(),
                        view.trace())));
        return _find(NativeTableCell.class).stream()
                .map(cell -> cell.getElement().getTextRecursively())
                .toList();
    }
}
