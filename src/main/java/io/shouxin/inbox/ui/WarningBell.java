package io.shouxin.inbox.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import io.shouxin.deadline.DeadlineTexts;
import io.shouxin.inbox.DueWarnings;
import io.shouxin.inbox.DueWarnings.Warned;
import io.shouxin.inbox.Reminders;
import io.shouxin.inbox.Reminders.Reminder;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.UiTexts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Above the list: how many of one's cases run out of time, and, opened, which. Nothing where nothing presses. */
final class WarningBell extends Div {

    private static final int SHOWN = 30;

    private final DueWarnings warnings;
    private final List<Reminders> reminders;
    private final Clock clock;
    private boolean opened;

    WarningBell(DueWarnings warnings, List<Reminders> reminders, Clock clock) {
        this.warnings = warnings;
        this.reminders = List.copyOf(reminders);
        this.clock = clock;
        addClassName("warning-bell");
        getElement().setAttribute("role", "status");
    }

    /** Reads it anew; what is open stays open. */
    void load() {
        removeAll();
        remind();
        List<Warned> all = warnings.mine();
        if (all.isEmpty()) {
            return;
        }
        Texts texts = UiTexts.current();
        NativeDetails details = new NativeDetails(summary(all, texts), rows(all, texts));
        details.setOpen(opened);
        details.addToggleListener(toggled -> opened = toggled.isOpened());
        add(details);
    }

    /** What is to be done besides tasks, each with its day. */
    private void remind() {
        List<Reminder> due =
                reminders.stream().flatMap(source -> source.mine().stream()).toList();
        if (due.isEmpty()) {
            return;
        }
        Texts texts = UiTexts.current();
        LocalDate today = ChinaTime.today(clock);
        DeadlineTexts dates = DeadlineTexts.of(texts.locale(), today);
        Div rows = new Div();
        due.stream().limit(SHOWN).forEach(each -> {
            String day = dates.date(each.day());
            Div row = new Div(
                    new RouteLink(each.address(), each.words()),
                    each.day().isBefore(today) ? Chip.late(day) : Chip.warn(day));
            row.addClassName("warning-row");
            rows.add(row);
        });
        if (due.size() > SHOWN) {
            rows.add(new Span(texts.get("clock.notice.more", due.size() - SHOWN)));
        }
        add(new NativeDetails(new Span(texts.get("inbox.reminders", due.size())), rows));
    }

    private static Span summary(List<Warned> all, Texts texts) {
        String shares = DueWarnings.SHARES.stream()
                .map(share -> shareOf(all, share, texts))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(texts.get("request.list.separator")));
        return new Span(texts.get("clock.bell", all.size(), shares));
    }

    private static String shareOf(List<Warned> all, int share, Texts texts) {
        long count = all.stream().filter(warned -> warned.share() == share).count();
        return count == 0 ? "" : texts.get("clock.bell." + share, count);
    }

    private Div rows(List<Warned> all, Texts texts) {
        DeadlineTexts dates = DeadlineTexts.of(texts.locale(), ChinaTime.today(clock));
        Div rows = new Div();
        all.stream().limit(SHOWN).forEach(warned -> rows.add(row(warned, dates, texts)));
        if (all.size() > SHOWN) {
            rows.add(new Span(texts.get("clock.notice.more", all.size() - SHOWN)));
        }
        return rows;
    }

    private static Div row(Warned warned, DeadlineTexts dates, Texts texts) {
        String left = dates.remaining(warned.clock());
        String used = texts.get(
                "clock.bell.used",
                warned.clock().isOverdue() ? 100 : warned.clock().percentUsed());
        Div row = new Div(
                new RouteLink(
                        "staff/inbox/" + warned.task().id(),
                        texts.get(
                                "clock.bell.row", warned.task().caseReference(), TaskRows.title(warned.task(), texts))),
                warned.share() == DueWarnings.SHARES.get(0) ? Chip.late(left) : Chip.warn(left),
                new Span(used));
        row.addClassName("warning-row");
        return row;
    }
}
