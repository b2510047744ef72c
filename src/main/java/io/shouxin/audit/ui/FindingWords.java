package io.shouxin.audit.ui;

import io.shouxin.audit.Finding;
import io.shouxin.audit.FindingState;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Firms;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.TimeText;
import java.time.Instant;
import java.util.stream.Collectors;

/** What the list and the page of a finding say alike. */
final class FindingWords {

    private FindingWords() {}

    static String what(Finding finding, Texts texts) {
        return texts.get("unusual.found." + finding.ruleId(), finding.amount(), finding.threshold());
    }

    /** The day, and from when until when. */
    static String when(Finding finding, Texts texts) {
        String first = clock(finding.firstAt());
        String last = clock(finding.lastAt());
        String day = TimeText.text(texts, finding.day());
        return first.equals(last)
                ? texts.get("unusual.when.at", day, first)
                : texts.get("unusual.when.between", day, first, last);
    }

    private static String clock(Instant moment) {
        return moment.atZone(ChinaTime.ZONE).toLocalTime().toString().substring(0, 5);
    }

    static String branches(Finding finding, Firms firms, Texts texts) {
        return firms.branches().stream()
                .filter(branch -> finding.branches().contains(branch.id()))
                .map(Branch::name)
                .collect(Collectors.joining(texts.get("ui.list-separator")));
    }

    static Chip chip(FindingState state, Texts texts) {
        String name = texts.label(state);
        return switch (state) {
            case OPEN -> Chip.plain(name);
            case FOLLOW_UP -> Chip.warn(name);
            case EXPLAINED, MEASURES -> Chip.ok(name);
        };
    }
}
