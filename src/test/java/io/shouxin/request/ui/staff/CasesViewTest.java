package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import io.shouxin.deadline.ClockState;
import io.shouxin.deadline.ClockView;
import io.shouxin.deadline.Clocks;
import io.shouxin.deadline.DueDate;
import io.shouxin.evidence.ShownRows;
import io.shouxin.record.Category;
import io.shouxin.record.PersonData;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.RequestType;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.testing.EmptyPage;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyPage.class)
class CasesViewTest {

    private final RequestReader reader = mock(RequestReader.class);
    private final CaseView view = Desks.view(Desks.toDelete(Category.DEMAND));

    @BeforeEach
    void speakEnglish() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @Test
    void long_texts_break_into_lines_in_columns_that_take_the_room_there_is() {
        Grid<CasesView.Row> grid = grid();
        assertThat(grid.getThemeNames()).contains("wrap-cell-content");
        assertThat(grid.getColumns().get(1).getFlexGrow()).isPositive();
        assertThat(grid.getColumns().get(1).getWidth()).isEqualTo("13rem");
        assertThat(grid.getColumns())
                .as("a column has a width of its own, or that of its content")
                .allMatch(column -> column.isAutoWidth() || column.getWidth() != null);
    }

    @Test
    void a_narrow_screen_can_show_the_first_column_alone() {
        List<Grid.Column<CasesView.Row>> columns = grid().getColumns();
        CasesView.Row row = new CasesView.Row(view.request(), "徐**", null);
        assertThat(columns.get(0).getHeaderPartName()).isEqualTo("whole-when-narrow");
        assertThat(columns.subList(1, columns.size())).allSatisfy(column -> {
            assertThat(column.getHeaderPartName()).isEqualTo("wide-only");
            assertThat(column.getPartNameGenerator().apply(row)).isEqualTo("wide-only");
        });
    }

    @Test
    void what_is_asked_can_be_read_whole_in_a_tooltip() {
        CasesView.Row row = new CasesView.Row(view.request(), "徐**", null);
        assertThat(grid().getColumns().get(1).getTooltipGenerator().apply(row)).isEqualTo("Deletion: Everything");
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_narrow_screen_reads_client_state_and_request_below_the_number() {
        CasesView.Row row = new CasesView.Row(view.request(), "徐**", null);
        Grid.Column<CasesView.Row> number = grid().getColumns().get(0);
        Component cell = ((ComponentRenderer<Component, CasesView.Row>) number.getRenderer()).createComponent(row);
        assertThat(cell.getElement().getTextRecursively())
                .contains("SC-2026-000482", "徐**", "Deletion: Everything", "Received");
    }

    @Test
    void who_was_asked_something_is_not_listed_as_owing_proof() {
        Desks.ask(view);
        assertThat(CasePages.status(view.request(), Texts.english())).isEqualTo("Awaiting the client’s answer");
        assertThat(CasePages.status(view.request(), Texts.chinese())).isEqualTo("等客户回答");
    }

    @Test
    void what_is_late_comes_first_then_the_next_deadline_and_what_is_closed_last() {
        SubjectRequest soon = request("soon");
        SubjectRequest late = request("late");
        SubjectRequest paused = request("paused");
        SubjectRequest closed = request("closed");
        RequestReader reader = mock(RequestReader.class);
        Clocks clocks = mock(Clocks.class);
        when(reader.count(RequestStatus.REVIEW, null)).thenReturn(3);
        when(reader.list(RequestStatus.REVIEW, null, 0, 3)).thenReturn(List.of(soon, paused, late));
        when(reader.count(RequestStatus.CLOSED, null)).thenReturn(1);
        when(reader.list(RequestStatus.CLOSED, null, 0, 1)).thenReturn(List.of(closed));
        Map<UUID, ClockView> times = Map.of(
                soon.id().value(), clock(ClockState.RUNNING, 12),
                late.id().value(), clock(ClockState.RUNNING, 2),
                paused.id().value(), clock(ClockState.PAUSED, 1));
        when(clocks.views(any())).thenReturn(times);
        CaseQueue queue = new CaseQueue(reader, clocks, null);
        assertThat(queue.size()).isEqualTo(4);
        assertThat(queue.page(0, 50)).containsExactly(late, soon, paused, closed);
        assertThat(queue.page(1, 2)).containsExactly(soon, paused);
        assertThat(queue.page(3, 50)).containsExactly(closed);
    }

    @Test
    void a_case_is_found_by_its_number_or_the_end_of_it() {
        grid();
        when(reader.byReference(any())).thenThrow(new NotFound("request", "by reference"));
        TextField number = _get(TextField.class);
        number.setValue("7");
        _click(_get(Button.class, spec -> spec.withText("Open")));
        assertThat(number.isInvalid()).isTrue();
        assertThat(number.getErrorMessage()).contains("No such case");
        verify(reader).byReference("SC-2026-000007");
        verify(reader).byReference("SC-2025-000007");
    }

    @Test
    void several_cases_of_one_name_are_listed_under_the_search() {
        grid();
        when(reader.byReference(any())).thenThrow(new NotFound("request", "by reference"));
        when(reader.ofPerson("王小明")).thenReturn(List.of(request("SC-2026-000011"), request("SC-2026-000012")));
        _get(TextField.class).setValue(" 王小明 ");
        _click(_get(Button.class, spec -> spec.withText("Open")));
        assertThat(_find(RouteLink.class).stream().map(RouteLink::getText))
                .contains("SC-2026-000011", "SC-2026-000012");
    }

    private static ClockView clock(ClockState state, int dueDay) {
        ClockView clock = mock(ClockView.class);
        DueDate due = mock(DueDate.class);
        when(due.on()).thenReturn(LocalDate.of(2026, 12, dueDay));
        when(clock.due()).thenReturn(due);
        when(clock.state()).thenReturn(state);
        return clock;
    }

    private static SubjectRequest request(String reference) {
        return SubjectRequest.receive(
                new RequestId(UUID.randomUUID()),
                reference,
                RequestType.DELETION,
                UUID.randomUUID(),
                Desks.BRANCH,
                Channel.PORTAL,
                "zh",
                null,
                Desks.NOW,
                Desks.NOW);
    }

    @SuppressWarnings("unchecked")
    private Grid<CasesView.Row> grid() {
        when(reader.count(any(), any())).thenReturn(1);
        when(reader.list(any(), any(), anyInt(), anyInt())).thenReturn(List.of(view.request()));
        PersonData people = mock(PersonData.class);
        when(people.cards(any(), any())).thenReturn(Map.of());
        CasesView cases = new CasesView(reader, people, mock(Clocks.class), mock(ShownRows.class), Desks.pages(view));
        BeforeEnterEvent event = mock(BeforeEnterEvent.class);
        when(event.getLocation()).thenReturn(new Location("staff/cases"));
        cases.beforeEnter(event);
        UI.getCurrent().add(cases);
        return _get(Grid.class);
    }
}
