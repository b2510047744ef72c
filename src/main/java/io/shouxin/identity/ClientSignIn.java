package io.shouxin.identity;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.record.ContactForms;
import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.request.CaseContacts;
import io.shouxin.request.RequestId;
import io.shouxin.shared.Actor;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.Subject;
import io.shouxin.subject.SubjectKind;
import io.shouxin.subject.Subjects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs clients in: by the number on file, or by the number of a case and its telephone. */
@Service
public class ClientSignIn {

    private final OneTimeCodes codes;
    private final Subjects subjects;
    private final PersonData people;
    private final CaseContacts contacts;
    private final StrongProof proofs;
    private final EvidenceLog evidence;

    public ClientSignIn(
            OneTimeCodes codes,
            Subjects subjects,
            PersonData people,
            CaseContacts contacts,
            StrongProof proofs,
            EvidenceLog evidence) {
        this.codes = codes;
        this.subjects = subjects;
        this.people = people;
        this.contacts = contacts;
        this.proofs = proofs;
        this.evidence = evidence;
    }

    /** Whether codes can be sent at all. */
    public boolean canAsk() {
        return codes.canSend();
    }

    /** Asks for a code to the number on file. */
    @Transactional
    public OneTimeCodes.Asked ask(String phone, String browser, String address, String language) {
        return codes.ask(phone, !clientsOf(phone).isEmpty(), browser, address, language, null);
    }

    /**
     * Asks for a code for one case. It is sent if the telephone is the case's, and also if it is that of a client: whoever mistyped
     * the number of their case is told so once they have proved that the telephone is theirs, and nobody else is told anything.
     */
    @Transactional
    public OneTimeCodes.Asked askForCase(
            String reference, String phone, String browser, String address, String language) {
        Optional<CaseContacts.Contact> contact = contacts.byReference(reference);
        boolean client = !clientsOf(phone).isEmpty();
        boolean own = contact.isPresent() && contact.get().phone().equals(phone);
        return codes.ask(
                phone,
                own || client,
                browser,
                address,
                language,
                own ? contact.get().request().value() : null);
    }

    /**
     * The people whose number this is. One number may be shared by two; they are told apart by {@link #named}.
     */
    public List<UUID> clientsOf(String phone) {
        return subjects.byIdentifier(IdentifierKind.PHONE, phone).stream()
                .filter(id -> subjects.get(id).kind() == SubjectKind.CLIENT)
                .toList();
    }

    /** Of several people with one number, those of this name; who share it are told apart by {@link #told}. */
    public List<UUID> named(List<UUID> candidates, String name) {
        return candidates.stream()
                .filter(id -> {
                    String onFile = people.card(id, Purpose.SUBJECT_ACCESS).name();
                    return !onFile.isBlank() && ContactForms.isSameName(name, onFile);
                })
                .toList();
    }

    /** Of several people with one number and name, the one whose identity or contract number ends so. */
    public Optional<UUID> told(List<UUID> alike, String endOfNumber) {
        return proofs.among(alike, endOfNumber);
    }

    /**
     * Notes the sign-in in the evidence log.
     *
     * @param reference the case by whose number they signed in, or null
     * @return nobody where the telephone is not the owner's any more, since a merge was undone meanwhile
     */
    @Transactional
    public Optional<ClientPrincipal> signedIn(UUID owner, String phone, @Nullable String reference) {
        Map<UUID, Subject> locked = subjects.lockAll(List.of(owner));
        boolean still = clientsOf(phone).contains(owner)
                || (reference != null
                        && ownerOfCase(reference, phone).filter(owner::equals).isPresent());
        if (!still) {
            return Optional.empty();
        }
        Subject subject = locked.get(owner);
        ClientPrincipal principal = new ClientPrincipal(owner, subject == null ? 0 : subject.parted());
        evidence.append(EvidenceEvent.of(
                        EvidenceKind.SIGNED_IN,
                        new Actor(Actor.Kind.CLIENT, owner, "client", java.util.Set.of(), java.util.Set.of()))
                .subjectId(owner)
                .outcome("ONE_TIME_CODE")
                .build());
        return Optional.of(principal);
    }

    /** The number on file of a client who has signed in; none of whom the firm keeps nothing. */
    public Optional<String> phoneOf(UUID client) {
        return people.card(client, Purpose.SUBJECT_ACCESS).phones().stream().findFirst();
    }

    /** Who owns the case of this number: its data subject, or the case itself. */
    public Optional<UUID> ownerOfCase(String reference, String phone) {
        return contacts.byReference(reference)
                .filter(contact -> contact.phone().equals(phone))
                .map(CaseContacts.Contact::owner);
    }

    /** The case a reference names, for whoever has proved to be its owner. */
    public Optional<RequestId> caseOf(String reference) {
        return contacts.byReference(reference).map(CaseContacts.Contact::request);
    }

    /** Notes that the client has left. */
    @Transactional
    public void signedOut(Actor client) {
        evidence.append(EvidenceEvent.of(EvidenceKind.SIGNED_OUT, client)
                .subjectId(client.id())
                .build());
    }
}
