package io.shouxin.inbox.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import io.shouxin.deadline.DeadlineTexts;
import io.shouxin.inbox.DueWarnings;
import io.shouxin.inbox.DueWarnings.Warned;
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
    private final Clock clock;
    private boolean opened;

    WarningBell(DueWarnings warnings, Clock clock) {
        this.warnings = warnings;
        this.clock = clock;
        addClassName("warning-bell");
        getElement().setAttribute("role", "status");
    }

    /** Reads it anew; what is open stays open. */
    void load() {
        removeAll();
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
        DeadlineTexts dates = DeadlineTexts.of(texts.locale(), LocalDate.now(clock));
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
