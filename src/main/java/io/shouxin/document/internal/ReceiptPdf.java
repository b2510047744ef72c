package io.shouxin.document.internal;

import io.shouxin.document.ReceiptContent;
import io.shouxin.shared.Texts;
import java.time.LocalDate;
import java.util.List;

/** 受理回执: number, promised date, what happens next. */
public final class ReceiptPdf {

    private ReceiptPdf() {}

    public static byte[] render(ReceiptContent content, Texts texts, PdfFonts fonts) {
        PageFrame.Foot foot = new PageFrame.Foot(
                texts.get("document.receipt.number"),
                content.caseNumber(),
                texts.get("document.receipt.scan"),
                content.trackingUrl());
        Sheet sheet = new Sheet(
                texts,
                fonts,
                content.letterhead(),
                texts.get("document.receipt.title"),
                content.caseNumber(),
                foot,
                content.receivedAt());
        sheet.summary(promise(content, texts), content.howCounted());
        sheet.facts(List.of(
                new Fact(texts.get("document.fact.requestType"), content.requestType()),
                new Fact(texts.get("document.receipt.scope"), String.join("\n", content.scope())),
                new Fact(texts.get("document.receipt.applicant"), content.applicant()),
                new Fact(texts.get("document.receipt.receivedAt"), Days.minute(content.receivedAt(), texts)),
                new Fact(texts.get("document.receipt.channel"), content.channel()),
                new Fact(texts.get("document.receipt.note"), content.note())));
        if (!content.nextSteps().isEmpty()) {
            sheet.section(texts.get("document.receipt.next"));
            sheet.steps(content.nextSteps());
        }
        sheet.section(texts.get("document.receipt.track"));
        sheet.paragraph(texts.get("document.receipt.how", content.caseNumber()));
        if (!content.complaints().isBlank()) {
            sheet.section(texts.get("document.receipt.complain"));
            sheet.paragraph(content.complaints());
        }
        return sheet.finish();
    }

    private static String promise(ReceiptContent content, Texts texts) {
        LocalDate promised = content.promisedBy();
        if (promised != null) {
            return texts.get("document.receipt.promise", Days.dayOfWeek(promised, texts));
        }
        LocalDate proofDue = content.proofDueOn();
        return proofDue == null
                ? texts.get("document.receipt.waitsOpen")
                : texts.get("document.receipt.waits", Days.dayOfWeek(proofDue, texts));
    }
}
