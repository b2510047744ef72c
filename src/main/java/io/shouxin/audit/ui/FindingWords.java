package io.shouxin.audit.ui;

import io.shouxin.audit.Finding;
import io.shouxin.audit.FindingState;
import io.shouxin.inbox.StaffNames;
import io.shouxin.platform.Firms;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.TimeText;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the list and the page of a finding say alike. */
@Component
class FindingWords {

    private final StaffNames names;
    private final Firms firms;
    private final CurrentActor current;

    FindingWords(StaffNames names, Firms firms, CurrentActor current) {
        this.names = names;
        this.firms = firms;
        this.current = current;
    }

    String nameOf(UUID account) {
        return names.nameOf(account);
    }

    /** The colleague whom it is about; readers are told where that is themselves. */
    String who(Finding finding, Texts texts) {
        String name = nameOf(finding.account());
        return finding.account().equals(current.get().id()) ? texts.get("unusual.you", name) : name;
    }

    String what(Finding finding, Texts texts) {
        return texts.get("unusual.found." + finding.ruleId(), finding.amount(), finding.threshold());
    }

    /** The day, and from when until when. */
    String when(Finding finding, Texts texts) {
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

    String branches(Finding finding, Texts texts) {
        return firms.branches().stream()
                .filter(branch -> finding.branches().contains(branch.id()))
                .map(branch -> branch.label(texts))
                .collect(Collectors.joining(texts.get("ui.list-separator")));
    }

    Chip chip(FindingState state, Texts texts) {
        String name = texts.label(state);
        return switch (state) {
            case OPEN -> Chip.plain(name);
            case FOLLOW_UP -> Chip.warn(name);
            case EXPLAINED, MEASURES -> Chip.ok(name);
        };
    }
}
