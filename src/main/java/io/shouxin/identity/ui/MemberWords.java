package io.shouxin.identity.ui;

import io.shouxin.identity.Absence;
import io.shouxin.identity.Member;
import io.shouxin.platform.Firms;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.Role;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.TimeText;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is said of a member of the firm, in the language of who reads it. */
final class MemberWords {

    private final Texts texts;
    private final Firms firms;
    private final Clock clock;

    MemberWords(Texts texts, Firms firms, Clock clock) {
        this.texts = texts;
        this.firms = firms;
        this.clock = clock;
    }

    Texts texts() {
        return texts;
    }

    String roles(Set<Role> roles) {
        return list(roles.stream().sorted().map(texts::label).toList());
    }

    String branches(Set<UUID> branches) {
        return list(firms.branches().stream()
                .filter(branch -> branches.contains(branch.id()))
                .map(branch -> branch.label(texts))
                .toList());
    }

    LocalDate today() {
        return ChinaTime.today(clock);
    }

    Chip state(Member member) {
        Instant left = member.leftAt();
        Instant until = member.startPasswordUntil();
        Absence absence = member.absence();
        if (!member.account().active()) {
            return Chip.plain(
                    left == null
                            ? texts.get("identity.people.closed")
                            : texts.get("identity.people.left", TimeText.day(texts, left)));
        }
        if (absence != null && absence.isOn(today())) {
            return Chip.calm(texts.get("identity.people.away", TimeText.text(texts, absence.lastDay())));
        }
        if (until != null) {
            return until.isAfter(clock.instant())
                    ? Chip.warn(texts.get("identity.people.expected", TimeText.day(texts, until)))
                    : Chip.late(texts.get("identity.people.expired"));
        }
        return Chip.ok(texts.get("identity.people.active"));
    }

    private String list(Collection<String> words) {
        return words.stream().collect(Collectors.joining(texts.get("ui.list-separator")));
    }
}
