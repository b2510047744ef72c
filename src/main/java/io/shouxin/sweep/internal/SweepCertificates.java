package io.shouxin.sweep.internal;

import io.shouxin.document.CertificateContent;
import io.shouxin.document.CertificateItem;
import io.shouxin.document.DestroyedKey;
import io.shouxin.document.FileStore;
import io.shouxin.document.Letterhead;
import io.shouxin.document.LogMark;
import io.shouxin.document.PdfDocuments;
import io.shouxin.document.StaffMark;
import io.shouxin.document.SystemErasure;
import io.shouxin.document.Verification;
import io.shouxin.document.VerificationResult;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.evidence.Hash;
import io.shouxin.platform.Firm;
import io.shouxin.platform.Firms;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import io.shouxin.request.ErasureReceipt;
import io.shouxin.request.PaperCodes;
import io.shouxin.shared.Actor;
import io.shouxin.shared.Texts;
import io.shouxin.sweep.RetentionSweep;
import io.shouxin.sweep.RetentionSweep.Course;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The certificate of a sweep: as that of a case, counts and references, with one key for each person of whom nothing is left. */
@Component
class SweepCertificates {

    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
    /** A list of more is a number and a hash over the sorted list. */
    private static final int KEYS_NAMED = 200;

    private final SweepItems items;
    private final PdfDocuments pdf;
    private final FileStore files;
    private final PaperCodes codes;
    private final KeyVault keys;
    private final Firms firms;
    private final EvidenceLog evidence;
    private final EvidenceReader log;
    private final Clock clock;
    private final String publicUrl;

    SweepCertificates(
            SweepItems items,
            PdfDocuments pdf,
            FileStore files,
            PaperCodes codes,
            KeyVault keys,
            Firms firms,
            EvidenceLog evidence,
            EvidenceReader log,
            Clock clock,
            @Value("${shouxin.public-url:http://localhost:8080}") String publicUrl) {
        this.items = items;
        this.pdf = pdf;
        this.files = files;
        this.codes = codes;
        this.keys = keys;
        this.firms = firms;
        this.evidence = evidence;
        this.log = log;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    static String fileName(String language) {
        return "certificate-" + language;
    }

    /** Writes it in both languages, and its codes into the sweep; the caller stores that. */
    void issue(RetentionSweep sweep) {
        sweep.certify("XH-" + sweep.proposal().reference(), codes.fresh());
        for (Locale locale : LANGUAGES) {
            byte[] content = pdf.certificate(content(sweep, Texts.of(locale)), locale);
            files.store(KeyScope.caseFile(sweep.id()), fileName(locale.getLanguage()), "application/pdf", content);
            evidence.append(EvidenceEvent.of(EvidenceKind.DOCUMENT_ISSUED, Actor.SYSTEM)
                    .caseId(sweep.id())
                    .target("document", fileName(locale.getLanguage()))
                    .detail("table", sweep.proposal().retentionBasis())
                    .commit("content", content)
                    .build());
        }
    }

    private CertificateContent content(RetentionSweep sweep, Texts texts) {
        Course course = sweep.course();
        String code = Objects.requireNonNull(course.verificationCode());
        List<ErasureReceipt> parts = items.receipts(sweep.id(), sweep.proposal().system(), course.verifiedAt());
        Instant end = parts.stream()
                .map(ErasureReceipt::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Instant begin = Objects.requireNonNullElse(course.erasureBeganAt(), end);
        int erased = parts.stream().mapToInt(ErasureReceipt::erased).sum();
        List<String> spared = new ArrayList<>();
        items.spared(sweep.id())
                .forEach((why, count) ->
                        spared.add(texts.get("sweep.certificate.spared", count, texts.get("sweep.spared." + why))));
        List<UUID> destroyed = parts.stream()
                .flatMap(part -> part.destroyedKeys().stream())
                .sorted()
                .toList();
        Map<UUID, KeyVault.Ended> ended = keys.ended(destroyed);
        boolean everyKeyIsGone =
                ended.values().stream().map(KeyVault.Ended::scopeId).distinct().count()
                        >= items.peopleDestroyed(sweep.id());
        return new CertificateContent(
                letterhead(texts),
                new Verification(code, publicUrl + "/verify/" + code),
                Objects.requireNonNull(course.certificateNo()),
                sweep.proposal().reference(),
                texts.get("sweep.certificate.ground"),
                texts.get("sweep.certificate.holdCheck", spared.size()),
                items.destroyedByCategory(sweep.id()).entrySet().stream()
                        .map(entry -> new CertificateItem(
                                texts.label(entry.getKey()),
                                entry.getValue(),
                                texts.get("request.certificate.method.DELETE_NOW")))
                        .toList(),
                List.of(new SystemErasure(
                        texts.get("system." + sweep.proposal().system()),
                        erased,
                        Objects.requireNonNull(course.verifiedAt()))),
                keys(destroyed, ended, end, texts),
                approvers(course, texts),
                new StaffMark(texts.get("request.certificate.executorRole"), texts.get("shell.product")),
                begin.isAfter(end) ? end : begin,
                end,
                clock.instant(),
                spared.isEmpty() ? VerificationResult.NOTHING_LEFT : VerificationResult.ONLY_EXCEPTIONS_LEFT,
                manifest(sweep.id()),
                everyKeyIsGone ? keys.wrappingKeyEndsOn(end) : null,
                everyKeyIsGone ? keys.backupsUnreadableFrom(end) : null,
                logMark(),
                spared,
                List.of());
    }

    private @Nullable LogMark logMark() {
        return log.latestCheckpoint()
                .map(newest -> new LogMark(
                        newest.origin(), newest.size(), newest.root().hex(), newest.at()))
                .orElse(null);
    }

    private static List<DestroyedKey> keys(
            List<UUID> destroyed, Map<UUID, KeyVault.Ended> ended, Instant end, Texts texts) {
        if (destroyed.size() <= KEYS_NAMED) {
            return destroyed.stream()
                    .map(key -> new DestroyedKey(
                            key.toString(),
                            ended.containsKey(key) ? ended.get(key).at() : end))
                    .toList();
        }
        String list = destroyed.stream().map(UUID::toString).collect(Collectors.joining("\n"));
        String hash = Hash.sha256(list.getBytes(StandardCharsets.UTF_8)).hex();
        return List.of(new DestroyedKey(texts.get("sweep.certificate.keys", destroyed.size(), hash), end));
    }

    private String manifest(UUID sweep) {
        List<UUID> all = items.destroyedAfter(sweep, SweepItems.BEFORE_ALL, Integer.MAX_VALUE);
        return SweepProposer.manifest(Set.copyOf(all));
    }

    private Letterhead letterhead(Texts texts) {
        Firm firm = firms.firm();
        return new Letterhead(
                firm.name(),
                firm.address(),
                texts.get("request.letter.contact", firm.contactPerson(), firm.contactPhone(), firm.contactEmail()));
    }

    private static List<StaffMark> approvers(Course course, Texts texts) {
        List<StaffMark> marks = new ArrayList<>();
        mark(course.approvedBy(), "request.certificate.approver.OFFICER_DECIDED", texts, marks);
        mark(course.confirmedBy(), "request.certificate.approver.CONFIRMED", texts, marks);
        return marks;
    }

    private static void mark(@Nullable UUID person, String role, Texts texts, List<StaffMark> to) {
        if (person != null) {
            String label = person.toString().substring(0, 4).toUpperCase(Locale.ROOT);
            to.add(new StaffMark(texts.get(role), texts.get("request.certificate.staffLabel", label)));
        }
    }
}
