package io.shouxin.request.internal;

import io.shouxin.deadline.ClockView;
import io.shouxin.deadline.DueDate;
import io.shouxin.document.FileStore;
import io.shouxin.document.PdfDocuments;
import io.shouxin.document.ReceiptContent;
import io.shouxin.platform.KeyScope;
import io.shouxin.request.NextSteps;
import io.shouxin.request.RequestId;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Texts;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The receipt that a client takes away: number, promised date and how it was counted, what happens next. */
@Component
class ReceiptWriter {

    private final CaseWords words;
    private final PdfDocuments pdf;
    private final FileStore files;
    private final Requests requests;

    ReceiptWriter(CaseWords words, PdfDocuments pdf, FileStore files, Requests requests) {
        this.words = words;
        this.pdf = pdf;
        this.files = files;
        this.requests = requests;
    }

    /**
     * The receipt as it is promised now; kept in the case file from the first time that it names a date. The request is locked before
     * it is kept, so that a file that ends meanwhile is not begun again under a new key.
     *
     * @throws NotFound if the case file has ended
     */
    byte[] read(RequestId id, Locale locale) {
        String kind = "receipt-" + locale.getLanguage();
        KeyScope scope = KeyScope.caseFile(id.value());
        return files.newest(scope, kind).orElseGet(() -> {
            SubjectRequest request = requests.lock(id);
            if (request.fileEndedAt() != null) {
                throw new NotFound("document", "of that name");
            }
            ClockView clock = words.clockOf(request);
            byte[] made = make(request, clock, locale);
            if (clock.due() != null) {
                files.store(scope, kind, "application/pdf", made);
            }
            return made;
        });
    }

    private byte[] make(SubjectRequest request, ClockView clock, Locale locale) {
        Texts texts = Texts.of(locale);
        DueDate due = clock.due();
        return pdf.receipt(
                new ReceiptContent(
                        words.letterhead(locale),
                        request.reference(),
                        texts.label(request.type()),
                        words.maskedApplicant(request, locale),
                        texts.label(request.channel()),
                        request.receivedAt(),
                        due == null ? null : due.on(),
                        request.proofDueOn(),
                        words.dates(locale).explanation(clock),
                        words.note(request, locale),
                        List.of(words.scope(request, locale)),
                        NextSteps.of(request, texts),
                        String.join(texts.get("request.list.separator"), words.authorities(locale)),
                        words.url("/track/" + request.reference())),
                locale);
    }
}
