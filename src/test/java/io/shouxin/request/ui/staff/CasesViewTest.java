package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import io.shouxin.deadline.Clocks;
import io.shouxin.record.Category;
import io.shouxin.record.PersonData;
import io.shouxin.request.CaseView;
import io.shouxin.request.RequestReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CasesViewTest {

    private final CaseView view = Desks.view(Desks.toDelete(Category.DEMAND));

    @BeforeEach
    void startVaadin() {
        MockVaadin.setup();
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void stopVaadin() {
        MockVaadin.tearDown();
    }

    @Test
    void long_texts_break_into_lines_in_columns_that_take_the_room_there_is() {
        Grid<CasesView.Row> grid = grid();
        assertThat(grid.getThemeNames()).contains("wrap-cell-content");
        assertThat(grid.getColumns().get(1).getFlexGrow()).isPositive();
        assertThat(grid.getColumns().get(1).getWidth()).isEqualTo("15em");
        assertThat(grid.getColumns())
                .as("a column has a width of its own, or that of its content")
                .allMatch(column -> column.isAutoWidth() || column.getWidth() != null);
    }

    @Test
    void what_is_asked_can_be_read_whole_in_a_tooltip() {
        CasesView.Row row = new CasesView.Row(view.request(), "徐**", null);
        assertThat(grid().getColumns().get(1).getTooltipGenerator().apply(row)).isEqualTo("Deletion: Everything");
    }

    @SuppressWarnings("unchecked")
    private Grid<CasesView.Row> grid() {
        RequestReader reader = mock(RequestReader.class);
        when(reader.count(any(), any())).thenReturn(1);
        when(reader.list(any(), any(), anyInt(), anyInt())).thenReturn(List.of(view.request()));
        PersonData people = mock(PersonData.class);
        when(people.cards(any(), any())).thenReturn(Map.of());
        CasesView cases = new CasesView(reader, people, mock(Clocks.class), Desks.pages(view));
        BeforeEnterEvent event = mock(BeforeEnterEvent.class);
        when(event.getLocation()).thenReturn(new Location("staff/cases"));
        cases.beforeEnter(event);
        UI.getCurrent().add(cases);
        return _get(Grid.class);
    }
}
