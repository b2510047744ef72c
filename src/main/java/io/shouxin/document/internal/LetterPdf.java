package io.shouxin.document.internal;

import io.shouxin.document.CaseFacts;
import io.shouxin.document.ItemOutcome;
import io.shouxin.document.LetterContent;
import io.shouxin.document.LetterItem;
import io.shouxin.document.LetterKind;
import io.shouxin.document.LetterReason;
import io.shouxin.document.Verification;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** 答复: what was decided, why, until when, and where to turn to (law.md C-3). */
public final class LetterPdf {

    private final LetterContent content;
    private final Texts texts;
    private final Sheet sheet;

    private LetterPdf(LetterContent content, Texts texts, PdfFonts fonts) {
        this.content = content;
        this.texts = texts;
        CaseFacts facts = content.facts();
        Verification check = content.verification();
        sheet = new Sheet(
                texts,
                fonts,
                content.letterhead(),
                content.kind().isUnasked()
                        ? texts.get("document.letter.noticeTitle")
                        : texts.get("document.letter.title", facts.requestType()),
                facts.caseNumber(),
                check == null ? null : PageFrame.Foot.of(check, texts),
                ChinaTime.startOf(facts.decidedOn()));
    }

    public static byte[] render(LetterContent content, Texts texts, PdfFonts fonts) {
        return new LetterPdf(content, texts, fonts).render();
    }

    private byte[] render() {
        sheet.strong(texts.get("document.letter.salutation", content.addressee()));
        String opening = content.opening();
        if (opening != null) {
            sheet.paragraph(opening);
        }
        sheet.summary(texts.get(key("summary")), "");
        sheet.paragraph(texts.get(body()));
        facts();
        items();
        reasons();
        if (!content.missingProof().isEmpty()) {
            sheet.section(texts.get("document.letter.missing"));
            sheet.bullets(content.missingProof());
        }
        String note = content.note();
        if (note != null && !note.isBlank()) {
            sheet.section(texts.get("document.letter.note"));
            sheet.note(note);
        }
        alsoKept();
        remedies();
        return sheet.finish();
    }

    /** Who was searched for without being recognised is not told that their identity was checked. */
    private String body() {
        boolean unknown =
                content.kind() == LetterKind.NO_DATA_HELD && content.facts().identityCheck() == null;
        return key(unknown ? "bodyUnverified" : "body");
    }

    private String key(String part) {
        return "document.letter." + content.kind().name() + "." + part;
    }

    private void facts() {
        CaseFacts facts = content.facts();
        String certificate = facts.certificateNumber();
        boolean unasked = content.kind().isUnasked();
        List<Fact> head = new ArrayList<>();
        head.add(new Fact(
                texts.get(unasked ? "document.fact.matter" : "document.fact.requestType"), facts.requestType()));
        String scope = facts.scope();
        if (scope != null) {
            head.add(new Fact(texts.get("document.fact.scope"), texts.get("document.fact.scope.only", scope)));
        }
        head.add(new Fact(
                texts.get(unasked ? "document.fact.openedOn" : "document.fact.receivedOn"),
                Days.day(facts.receivedOn(), texts)));
        head.add(new Fact(
                texts.get(unasked ? "document.fact.toldOn" : "document.fact.decidedOn"),
                Days.day(facts.decidedOn(), texts)));
        if (!unasked) {
            String identity = facts.identityCheck();
            head.add(new Fact(
                    texts.get("document.fact.identity"),
                    identity == null ? texts.get("document.fact.identity.none") : identity));
        }
        head.add(new Fact(texts.get("document.fact.certificate"), certificate == null ? "" : certificate));
        sheet.facts(head);
    }

    private void items() {
        if (content.items().isEmpty()) {
            return;
        }
        sheet.section(texts.get("document.letter.items"));
        List<List<Cell>> rows = new ArrayList<>();
        for (LetterItem item : content.items()) {
            rows.add(List.of(
                    Cell.strong(item.category()).with(texts.get("document.records", item.records())),
                    outcome(item),
                    Cell.of(item.ground().isBlank() ? texts.get("document.letter.asAsked") : item.ground())
                            .with(item.legalSource()),
                    until(item)));
        }
        sheet.table(
                new float[] {25, 18, 36, 21},
                List.of(
                        texts.get("document.letter.category"),
                        texts.get("document.letter.outcome"),
                        texts.get("document.letter.ground"),
                        texts.get("document.letter.until")),
                rows);
        if (has(ItemOutcome.ANONYMISED)) {
            sheet.paragraph(texts.get("document.letter.onlyCounted"));
        }
        if (has(ItemOutcome.STORAGE_ONLY)) {
            sheet.paragraph(texts.get("document.letter.storageOnly"));
        }
        if (has(ItemOutcome.HELD)) {
            sheet.paragraph(texts.get("document.letter.held"));
        }
    }

    private boolean has(ItemOutcome outcome) {
        return content.items().stream().anyMatch(item -> item.outcome() == outcome);
    }

    /** What is kept besides the records: the case file, the log and, of what is gone, the codes of the erasure ledger. */
    private void alsoKept() {
        CaseFacts facts = content.facts();
        LocalDate keptUntil = facts.caseFileKeptUntil();
        if (keptUntil == null) {
            return;
        }
        List<String> kept = new ArrayList<>();
        kept.add(texts.get(caseFile(), Days.day(keptUntil, texts), facts.caseFileSource()));
        kept.add(texts.get("document.letter.log"));
        if (content.items().stream().anyMatch(LetterItem::isGone)) {
            kept.add(texts.get("document.letter.ledger"));
        }
        sheet.section(texts.get("document.letter.alsoKept"));
        sheet.bullets(kept);
    }

    private String caseFile() {
        if (content.items().isEmpty()) {
            return "document.letter.caseFileOnly";
        }
        return content.items().stream().allMatch(LetterItem::isGone)
                ? "document.letter.caseFile"
                : "document.letter.caseFileBeside";
    }

    private Cell outcome(LetterItem item) {
        Cell cell = Cell.strong(texts.label(item.outcome()));
        return switch (item.outcome()) {
            case DELETED, ANONYMISED -> cell.in(Tone.OK);
            case STORAGE_ONLY, NOT_DELETED -> cell.in(Tone.WARN);
            case HELD -> cell.in(Tone.SEAL);
        };
    }

    private Cell until(LetterItem item) {
        String review = item.reviewOn() == null
                ? ""
                : texts.get("document.letter.review", item.reviewOn().toString());
        if (item.keptUntil() != null) {
            return Cell.of(item.keptUntil().toString()).with(review);
        }
        return switch (item.outcome()) {
            case DELETED, ANONYMISED -> Cell.of("—").with(review);
            case HELD -> Cell.of(texts.get("document.letter.untilLifted")).with(review);
            case STORAGE_ONLY, NOT_DELETED ->
                review.isEmpty() ? Cell.of(texts.get("document.letter.untilEnded")) : Cell.of(review);
        };
    }

    private void reasons() {
        if (content.reasons().isEmpty()) {
            return;
        }
        sheet.section(texts.get(
                content.kind() == LetterKind.REFUSED || content.kind() == LetterKind.NO_AUTHORITY
                        ? "document.letter.refusal"
                        : "document.letter.reasons"));
        List<List<Cell>> rows = new ArrayList<>();
        for (LetterReason reason : content.reasons()) {
            rows.add(List.of(Cell.strong(reason.code()), Cell.of(reason.text()).with(reason.legalSource())));
        }
        sheet.table(
                new float[] {14, 86},
                List.of(texts.get("document.letter.code"), texts.get("document.letter.reason")),
                rows);
    }

    private void remedies() {
        List<String> ways = new ArrayList<>();
        ways.add(texts.get("document.letter.review.internal", content.remedies().internalReview()));
        for (String authority : content.remedies().authorities()) {
            ways.add(texts.get("document.letter.authority", authority));
        }
        ways.add(texts.get("document.letter.court"));
        ways.add(texts.get("document.letter.contact", content.letterhead().contact()));
        sheet.closing(
                texts.get("document.letter.remedies"),
                ways,
                content.letterhead().firmName(),
                Days.day(content.facts().decidedOn(), texts));
    }
}
