package io.shouxin.request;

import java.util.Optional;
import java.util.UUID;

/** How the person behind a case is reached; lives as long as the case file, also after the person's data is gone. */
public interface CaseContacts {

    Optional<Contact> byReference(String reference);

    /** @param owner the data subject, or the case itself where the firm knows nobody behind it */
    record Contact(RequestId request, UUID owner, String phone) {}
}
