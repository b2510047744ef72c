package io.shouxin.request.internal;

import io.shouxin.request.CaseContacts;
import io.shouxin.request.CaseText;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class StoredContacts implements CaseContacts {

    private final Requests requests;
    private final CaseTexts texts;

    StoredContacts(Requests requests, CaseTexts texts) {
        this.requests = requests;
        this.texts = texts;
    }

    @Override
    public Optional<Contact> byReference(String reference) {
        return requests.byReference(reference)
                .map(request -> new Contact(
                        request.id(),
                        request.owner(),
                        texts.last(request.id(), CaseText.Kind.CONTACT_PHONE).orElse("")));
    }
}
