package io.shouxin.request.internal;

import io.shouxin.document.FileStore;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.KeyScope;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.DocumentName;
import io.shouxin.request.ErasureReceipt;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Issues the papers that end a case, once each: the letter in both languages and, where something was erased, the certificate. */
@Component
class AnswerWriter {

    private final DecisionRows decisions;
    private final ErasureRows erasures;
    private final CaseEvents events;
    private final CertificateWriter certificates;
    private final LetterWriter letters;
    private final VerificationCodes codes;
    private final CaseWords words;
    private final FileStore files;
    private final EvidenceLog evidence;

    AnswerWriter(
            DecisionRows decisions,
            ErasureRows erasures,
            CaseEvents events,
            CertificateWriter certificates,
            LetterWriter letters,
            VerificationCodes codes,
            CaseWords words,
            FileStore files,
            EvidenceLog evidence) {
        this.decisions = decisions;
        this.erasures = erasures;
        this.events = events;
        this.certificates = certificates;
        this.letters = letters;
        this.codes = codes;
        this.words = words;
        this.files = files;
        this.evidence = evidence;
    }

    /**
     * Writes what is not written yet; after a crash it goes on where it stopped. The request gets its codes; the caller stores it.
     */
    void write(SubjectRequest request, RequestOutcome outcome) {
        RequestId id = request.id();
        List<RecordDecision> all = decisions.of(id);
        List<ErasureReceipt> done = all.stream().anyMatch(RecordDecision::erases) ? erasures.of(id) : List.of();
        if (request.verificationCode() == null || (request.certificateNo() == null && !done.isEmpty())) {
            request.certify(done.isEmpty() ? null : codes.certificateNumber(request.reference()), codes.fresh());
        }
        KeyScope scope = KeyScope.caseFile(id.value());
        List<String> present =
                files.list(scope).stream().map(FileStore.StoredFile::kind).toList();
        Map<String, byte[]> written = new LinkedHashMap<>();
        if (!done.isEmpty()) {
            List<Locale> missing = CaseWords.LANGUAGES.stream()
                    .filter(language -> !present.contains(nameOfCertificate(language)))
                    .toList();
            certificates
                    .make(request, all, done, missing)
                    .forEach((language, paper) -> written.put(nameOfCertificate(language), paper));
        }
        for (Locale locale : CaseWords.LANGUAGES) {
            String letter = nameOfLetter(id, outcome, locale).toString();
            if (!present.contains(letter)) {
                written.put(letter, letters.make(request, all, outcome, locale));
            }
        }
        store(request, written);
    }

    private static String nameOfCertificate(Locale language) {
        return "certificate-" + language.getLanguage();
    }

    /** A case may be closed for want of proof more than once; each closing has its own letter. */
    private DocumentName nameOfLetter(RequestId id, RequestOutcome outcome, Locale locale) {
        return outcome == RequestOutcome.NO_PROOF
                ? new DocumentName(
                        DocumentName.INTERIM_LETTER,
                        1 + events.count(id, CaseEvent.Kind.NO_PROOF),
                        locale.getLanguage())
                : DocumentName.only(DocumentName.LETTER, locale.getLanguage());
    }

    private void store(SubjectRequest request, Map<String, byte[]> documents) {
        files.store(
                KeyScope.caseFile(request.id().value()),
                documents.entrySet().stream()
                        .map(document ->
                                new FileStore.NewFile(document.getKey(), "application/pdf", document.getValue()))
                        .toList());
        documents.forEach(
                (kind, content) -> evidence.append(EvidenceEvent.of(EvidenceKind.DOCUMENT_ISSUED, Actor.SYSTEM)
                        .caseId(request.id().value())
                        .subjectId(request.subjectId())
                        .target("document", kind)
                        .detail("table", words.retentionTable())
                        .commit("content", content)
                        .build()));
    }
}
