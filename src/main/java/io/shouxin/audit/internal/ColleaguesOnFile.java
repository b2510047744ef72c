package io.shouxin.audit.internal;

import io.shouxin.audit.internal.DayOfLooks.Colleagues;
import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.identity.StaffMailboxes;
import io.shouxin.record.imports.NameNormaliser;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.Subjects;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * People of the lists with the mailbox or the name of somebody who works here, by blind index: an account holds neither a telephone nor
 * an identity number to know them by.
 */
@Component
class ColleaguesOnFile {

    private final StaffAccounts accounts;
    private final StaffMailboxes mailboxes;
    private final Subjects subjects;

    ColleaguesOnFile(StaffAccounts accounts, StaffMailboxes mailboxes, Subjects subjects) {
        this.accounts = accounts;
        this.mailboxes = mailboxes;
        this.subjects = subjects;
    }

    Colleagues find() {
        List<StaffAccount> working =
                accounts.all().stream().filter(StaffAccount::active).toList();
        Set<String> mails = working.stream()
                .map(account -> mailboxes.mailboxOf(account.id()))
                .flatMap(Optional::stream)
                .map(mailbox -> mailbox.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Set<String> names = working.stream()
                .map(account -> NameNormaliser.key(account.displayName()))
                .collect(Collectors.toSet());
        return new Colleagues(known(IdentifierKind.EMAIL, mails), known(IdentifierKind.NAME, names));
    }

    private Set<UUID> known(IdentifierKind kind, Collection<String> values) {
        Set<UUID> people = new HashSet<>();
        subjects.byIdentifiers(kind, values).values().forEach(people::addAll);
        return people;
    }
}
