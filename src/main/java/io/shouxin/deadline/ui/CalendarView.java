package io.shouxin.deadline.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.shouxin.deadline.CalendarDay;
import io.shouxin.deadline.CaseNames;
import io.shouxin.deadline.HolidayNotices;
import io.shouxin.deadline.LoadedYear;
import io.shouxin.deadline.WorkDates;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The working calendar by which every date is counted: which years are loaded, their days, and the import of a new notice. */
@Route("staff/calendar")
@RolesAllowed({"PRIVACY_OFFICER", "ADMINISTRATOR"})
class CalendarView extends Div implements BeforeEnterObserver, TitledView {

    private final HolidayNotices notices;
    private final CaseNames cases;
    private final WorkDates workDates;
    private final Div years = new Div();
    private final Div days = new Div();

    CalendarView(HolidayNotices notices, CaseNames cases, WorkDates workDates) {
        this.notices = notices;
        this.cases = cases;
        this.workDates = workDates;
    }

    @Override
    public String title() {
        return UiTexts.text("clock.calendar.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new StaffPage(title())
                .wide(new Paragraph(UiTexts.text("clock.calendar.lead")))
                .main(years, days, new NoticeImport(notices, cases, this::loaded))
                .beside(new WorkLeadPanel(workDates)));
        show();
    }

    /** @param year the one that was just loaded */
    private void loaded(int year) {
        show();
        showDays(year);
    }

    private void show() {
        Texts texts = UiTexts.current();
        years.removeAll();
        days.removeAll();
        PlainTable table = new PlainTable(
                        texts.get("clock.calendar.year"),
                        texts.get("clock.calendar.source"),
                        texts.get("clock.calendar.days"),
                        texts.get("clock.calendar.loadedAt"))
                .cardsWhenNarrow();
        List<LoadedYear> loaded = notices.years();
        loaded.forEach(year -> table.row(
                Buttons.link(
                        texts.get("clock.calendar.show", String.valueOf(year.year())), () -> showDays(year.year())),
                PlainTable.cell(
                        source(year, texts),
                        texts.get(year.byPerson() ? "clock.calendar.byPerson" : "clock.calendar.shipped")),
                new Span(String.valueOf(year.days())),
                new TimeText(year.loadedAt())));
        Panel panel = new Panel(texts.get("clock.calendar.years"));
        missing(loaded, texts).forEach(panel::add);
        panel.add(table);
        years.add(panel);
    }

    /** The notice's own name, or what the person who loaded it wrote. */
    private static String source(LoadedYear year, Texts texts) {
        return year.byPerson() ? year.source() : texts.get("deadline.explain.noticeOf", String.valueOf(year.year()));
    }

    /** A year that is counted through and has no notice makes dates provisional; whoever keeps the calendar is told. */
    private List<Component> missing(List<LoadedYear> loaded, Texts texts) {
        return notices.importable().stream()
                .skip(1)
                .filter(year -> loaded.stream().noneMatch(each -> each.year() == year))
                .<Component>map(year -> Notice.warning(
                        texts.get("clock.calendar.missing", String.valueOf(year)),
                        texts.get("clock.calendar.missing.what")))
                .toList();
    }

    private void showDays(int year) {
        Texts texts = UiTexts.current();
        days.removeAll();
        PlainTable table = new PlainTable(
                texts.get("clock.calendar.day"), texts.get("clock.calendar.kind"), texts.get("clock.calendar.name"));
        for (CalendarDay day : notices.days(year)) {
            table.row(
                    PlainTable.cell(
                            TimeText.text(texts, day.day()),
                            texts.get("clock.weekday." + day.day().getDayOfWeek())),
                    kind(day, texts),
                    new Span(day.name()));
        }
        days.add(new Panel(texts.get("clock.calendar.daysOf", String.valueOf(year)), table));
    }

    private static Chip kind(CalendarDay day, Texts texts) {
        String words = texts.get("clock.kind." + day.kind());
        return day.kind() == CalendarDay.Kind.WORKDAY ? Chip.warn(words) : Chip.ok(words);
    }
}
