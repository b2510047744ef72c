package io.shouxin.document.internal;

import io.shouxin.document.CertificateContent;
import io.shouxin.document.CertificateItem;
import io.shouxin.document.DestroyedKey;
import io.shouxin.document.LogMark;
import io.shouxin.document.StaffMark;
import io.shouxin.document.SystemErasure;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** 删除证明: what was destroyed where, how, by whom and with which proof (law.md C-6). */
public final class CertificatePdf {

    /** For the heading, what it means, the head of the table and one row. */
    private static final float ROOM_FOR_FIRST_KEY = 140;

    private final CertificateContent content;
    private final Texts texts;
    private final Sheet sheet;

    private CertificatePdf(CertificateContent content, Texts texts, PdfFonts fonts) {
        this.content = content;
        this.texts = texts;
        sheet = new Sheet(
                texts,
                fonts,
                content.letterhead(),
                texts.get("document.certificate.title"),
                content.number(),
                PageFrame.Foot.of(content.verification(), texts),
                content.issuedAt());
    }

    public static byte[] render(CertificateContent content, Texts texts, PdfFonts fonts) {
        return new CertificatePdf(content, texts, fonts).render();
    }

    private byte[] render() {
        long records =
                content.items().stream().mapToLong(CertificateItem::records).sum();
        long rows =
                content.systems().stream().mapToLong(SystemErasure::rowsDeleted).sum();
        sheet.summary(
                texts.get(
                        "document.certificate.summary",
                        records,
                        content.systems().size(),
                        rows,
                        content.keys().size()),
                texts.label(content.result()));
        sheet.paragraph(texts.get("document.certificate.nothingInside"));
        sheet.facts(List.of(
                new Fact(texts.get("document.certificate.caseReference"), content.caseReference()),
                new Fact(texts.get("document.certificate.legalGround"), content.legalGround()),
                new Fact(texts.get("document.certificate.holdCheck"), content.holdCheck())));
        items();
        systems();
        keys();
        proof();
        people();
        confirmations();
        exceptions();
        return sheet.finish();
    }

    private void items() {
        sheet.section(texts.get("document.certificate.items"));
        List<List<Cell>> rows = new ArrayList<>();
        for (CertificateItem item : content.items()) {
            rows.add(List.of(Cell.strong(item.category()), Cell.of(count(item.records())), Cell.of(item.method())));
        }
        sheet.table(
                new float[] {40, 14, 46},
                List.of(
                        texts.get("document.letter.category"),
                        texts.get("document.certificate.count"),
                        texts.get("document.certificate.method")),
                rows);
    }

    private void systems() {
        sheet.section(texts.get("document.certificate.systems"));
        List<List<Cell>> rows = new ArrayList<>();
        for (SystemErasure system : content.systems()) {
            rows.add(List.of(
                    Cell.strong(system.system()),
                    Cell.of(count(system.rowsDeleted())),
                    Cell.strong(texts.get("document.certificate.verified"))
                            .in(Tone.OK)
                            .with(Days.stamp(system.verifiedAt()))));
        }
        sheet.table(
                new float[] {46, 18, 36},
                List.of(
                        texts.get("document.certificate.system"),
                        texts.get("document.certificate.rows"),
                        texts.get("document.certificate.verification")),
                rows);
    }

    private void keys() {
        if (content.keys().isEmpty()) {
            return;
        }
        sheet.section(texts.get("document.certificate.keys"), ROOM_FOR_FIRST_KEY);
        sheet.small(texts.get("document.certificate.keysMean"));
        List<List<Cell>> rows = new ArrayList<>();
        for (DestroyedKey key : content.keys()) {
            rows.add(List.of(Cell.of(key.keyId()), Cell.of(Days.stamp(key.destroyedAt()))));
        }
        sheet.table(
                new float[] {62, 38},
                List.of(texts.get("document.certificate.key"), texts.get("document.certificate.destroyedAt")),
                rows);
    }

    private void proof() {
        LocalDate backups = content.backupsUnusableFrom();
        LocalDate wrapping = content.wrappingKeyEndsOn();
        LogMark log = content.log();
        sheet.section(texts.get("document.certificate.proof"));
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact(texts.get("document.certificate.result"), texts.label(content.result())),
                new Fact(texts.get("document.certificate.verifiedAt"), Days.stamp(verifiedAt())),
                new Fact(
                        texts.get("document.certificate.wrappingKey"),
                        wrapping == null
                                ? texts.get("document.certificate.wrappingKey.open")
                                : texts.get("document.certificate.wrappingKey.ends", Days.day(wrapping, texts))),
                new Fact(
                        texts.get("document.certificate.backups"),
                        backups == null
                                ? texts.get("document.certificate.backups.open")
                                : texts.get("document.certificate.backups.from", Days.day(backups, texts))),
                new Fact(texts.get("document.certificate.manifest"), grouped(content.manifestHash()))));
        if (log != null) {
            facts.add(new Fact(
                    texts.get("document.certificate.log"),
                    texts.get(
                                    "document.certificate.log.state",
                                    log.origin(),
                                    String.valueOf(log.size()),
                                    Days.stamp(log.signedAt()))
                            + "\n" + grouped(log.root())));
        }
        sheet.facts(facts);
    }

    private Instant verifiedAt() {
        return content.systems().stream()
                .map(SystemErasure::verifiedAt)
                .max(Comparator.naturalOrder())
                .orElse(content.issuedAt());
    }

    private void people() {
        sheet.section(texts.get("document.certificate.people"));
        List<Fact> facts = new ArrayList<>();
        for (StaffMark approver : content.approvers()) {
            facts.add(new Fact(texts.get("document.certificate.approver"), approver.role() + " · " + approver.label()));
        }
        facts.add(new Fact(
                texts.get("document.certificate.executor"),
                content.executor().role() + " · " + content.executor().label()));
        facts.add(new Fact(
                texts.get("document.certificate.witness"),
                texts.get("document.certificate.witness.machine", Days.stamp(verifiedAt()))));
        facts.add(new Fact(texts.get("document.certificate.started"), Days.stamp(content.startedAt())));
        facts.add(new Fact(texts.get("document.certificate.ended"), Days.stamp(content.endedAt())));
        sheet.facts(facts);
    }

    private void confirmations() {
        if (!content.confirmations().isEmpty()) {
            sheet.section(texts.get("document.certificate.confirmations"));
            sheet.bullets(content.confirmations());
        }
    }

    private void exceptions() {
        sheet.closing(
                texts.get("document.certificate.exceptions"),
                content.exceptions().isEmpty()
                        ? List.of(texts.get("document.certificate.exceptions.none"))
                        : content.exceptions(),
                content.letterhead().firmName(),
                Days.day(ChinaTime.dayOf(content.issuedAt()), texts));
    }

    private String count(long value) {
        return String.format(texts.locale(), "%,d", value);
    }

    /** Groups of eight, four to a line, so that a person can compare it by eye. */
    private static String grouped(String hash) {
        return hash.replaceAll("(.{32})(?=.)", "$1\n").replaceAll("([^\n]{8})(?=[^\n])", "$1 ");
    }
}
