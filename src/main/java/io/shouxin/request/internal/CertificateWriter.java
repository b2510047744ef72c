package io.shouxin.request.internal;

import io.shouxin.document.CertificateContent;
import io.shouxin.document.CertificateItem;
import io.shouxin.document.DestroyedKey;
import io.shouxin.document.LogMark;
import io.shouxin.document.PdfDocuments;
import io.shouxin.document.StaffMark;
import io.shouxin.document.SystemErasure;
import io.shouxin.document.VerificationResult;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.platform.KeyVault;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.Channel;
import io.shouxin.request.ErasureReceipt;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.SubjectRequest;
import io.shouxin.retention.Outcome;
import io.shouxin.shared.Actor;
import io.shouxin.shared.Texts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The certificate of erasure (law.md C-6): counts and references, never what was erased. */
@Component
class CertificateWriter {

    private static final Pattern GROUND = Pattern.compile("(\\d+)\\((\\d+)\\)(\\d*)");

    private final CaseWords words;
    private final CaseEvents events;
    private final KeyVault keys;
    private final PdfDocuments pdf;
    private final EvidenceReader evidence;

    CertificateWriter(CaseWords words, CaseEvents events, KeyVault keys, PdfDocuments pdf, EvidenceReader evidence) {
        this.words = words;
        this.events = events;
        this.keys = keys;
        this.pdf = pdf;
        this.evidence = evidence;
    }

    /** The same certificate in each of these languages; what it states is looked up once. */
    Map<Locale, byte[]> make(
            SubjectRequest request, List<RecordDecision> all, List<ErasureReceipt> done, Collection<Locale> languages) {
        if (languages.isEmpty()) {
            return Map.of();
        }
        Map<UUID, KeyVault.Ended> ended = keys.ended(done.stream()
                .flatMap(receipt -> receipt.destroyedKeys().stream())
                .toList());
        LogMark mark = logMark();
        return languages.stream()
                .collect(Collectors.toMap(
                        Function.identity(), language -> make(request, all, done, ended, mark, language)));
    }

    private byte[] make(
            SubjectRequest request,
            List<RecordDecision> all,
            List<ErasureReceipt> done,
            Map<UUID, KeyVault.Ended> ended,
            @Nullable LogMark mark,
            Locale locale) {
        Texts texts = Texts.of(locale);
        Instant end = done.stream()
                .map(ErasureReceipt::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Instant begin = Objects.requireNonNullElse(request.erasureBeganAt(), end);
        List<RecordDecision> erased =
                all.stream().filter(RecordDecision::erases).toList();
        boolean everyKeyIsGone = KeyVault.Ended.ofAll(
                erased.stream().map(RecordDecision::subjectId).toList(), ended.values());
        List<String> exceptions = exceptions(all, done, texts);
        return pdf.certificate(
                new CertificateContent(
                        words.letterhead(locale),
                        words.verification(request),
                        Objects.requireNonNull(request.certificateNo()),
                        request.reference(),
                        texts.get(ground(request), grounds(erased, texts)),
                        texts.get(
                                all.size() == erased.size()
                                        ? "request.certificate.holdCheckClear"
                                        : "request.certificate.holdCheckKept",
                                all.size() - erased.size()),
                        items(erased, texts),
                        systems(done, texts),
                        keysOf(done, ended),
                        approvers(request, all, texts),
                        new StaffMark(texts.get("request.certificate.executorRole"), texts.get("shell.product")),
                        begin.isAfter(end) ? end : begin,
                        end,
                        words.now(),
                        exceptions.isEmpty()
                                ? VerificationResult.NOTHING_LEFT
                                : VerificationResult.ONLY_EXCEPTIONS_LEFT,
                        manifest(erased),
                        everyKeyIsGone ? keys.wrappingKeyEndsOn(end) : null,
                        everyKeyIsGone ? keys.backupsUnreadableFrom(end) : null,
                        mark,
                        exceptions,
                        List.of()),
                locale);
    }

    private @Nullable LogMark logMark() {
        return evidence.latestCheckpoint()
                .map(newest -> new LogMark(
                        newest.origin(), newest.size(), newest.root().hex(), newest.at()))
                .orElse(null);
    }

    /** Whoever asked for another person is named by their capacity alone: the certificate is about the person. */
    private static String ground(SubjectRequest request) {
        if (request.channel() == Channel.CLOCK) {
            return "request.certificate.groundUnasked";
        }
        return request.capacity().isForAnother()
                ? "request.certificate.ground." + request.capacity().name()
                : "request.certificate.ground";
    }

    private static String grounds(List<RecordDecision> erased, Texts texts) {
        return erased.stream()
                .map(decision -> Objects.requireNonNullElse(decision.proposed().ground(), "47(1)"))
                .distinct()
                .sorted()
                .map(ground -> inWords(ground, texts))
                .collect(Collectors.joining(texts.get("request.list.separator")));
    }

    /** The tables write 47(1)1 for article 47, paragraph 1, item 1. */
    private static String inWords(String ground, Texts texts) {
        Matcher parts = GROUND.matcher(ground);
        if (!parts.matches()) {
            throw new IllegalStateException("The ground " + ground + " is not written as article(paragraph)item");
        }
        return parts.group(3).isEmpty()
                ? texts.get("request.certificate.article", parts.group(1), parts.group(2))
                : texts.get("request.certificate.item", parts.group(1), parts.group(2), parts.group(3));
    }

    private static List<CertificateItem> items(List<RecordDecision> erased, Texts texts) {
        return Stream.of(Outcome.DELETE_NOW, Outcome.ANONYMISE)
                .flatMap(
                        outcome -> countsByCategory(
                                        erased.stream()
                                                .filter(decision -> decision.outcome() == outcome)
                                                .toList(),
                                        texts)
                                .entrySet()
                                .stream()
                                .map(entry -> new CertificateItem(
                                        entry.getKey(),
                                        entry.getValue(),
                                        texts.get("request.certificate.method." + outcome.name()))))
                .toList();
    }

    private static Map<String, Long> countsByCategory(List<RecordDecision> decisions, Texts texts) {
        return decisions.stream()
                .collect(Collectors.groupingBy(
                        decision -> texts.label(decision.category()), TreeMap::new, Collectors.counting()));
    }

    private static List<SystemErasure> systems(List<ErasureReceipt> done, Texts texts) {
        return done.stream()
                .map(receipt -> new SystemErasure(
                        texts.get("system." + receipt.system()),
                        receipt.erased(),
                        Objects.requireNonNullElse(receipt.verifiedAt(), receipt.at())))
                .toList();
    }

    private static List<DestroyedKey> keysOf(List<ErasureReceipt> done, Map<UUID, KeyVault.Ended> ended) {
        return done.stream()
                .flatMap(receipt -> receipt.destroyedKeys().stream()
                        .map(key -> new DestroyedKey(
                                key.toString(),
                                ended.containsKey(key) ? ended.get(key).at() : receipt.at())))
                .sorted(Comparator.comparing(DestroyedKey::destroyedAt).thenComparing(DestroyedKey::keyId))
                .toList();
    }

    /**
     * Those by whose decision the data were erased: whoever changed a decision that stands, the clerk whose approval was carried
     * out, the second person who confirmed it. Who only asked the client, or whose approval was returned, approved nothing.
     */
    private List<StaffMark> approvers(SubjectRequest request, List<RecordDecision> all, Texts texts) {
        List<CaseEvent> past = events.of(request.id());
        Set<UUID> deciders = all.stream()
                .map(RecordDecision::changedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return Stream.of(
                        past.stream()
                                .filter(event -> event.kind() == CaseEvent.Kind.OFFICER_DECIDED)
                                .filter(event -> deciders.contains(event.actorId())),
                        lastReview(past))
                .flatMap(Function.identity())
                .filter(event -> event.actor() == Actor.Kind.STAFF && event.actorId() != null)
                .map(event -> new StaffMark(
                        texts.get("request.certificate.approver." + event.kind()),
                        texts.get("request.certificate.staffLabel", label(Objects.requireNonNull(event.actorId())))))
                .distinct()
                .toList();
    }

    /** The last time that a clerk reviewed the case, and the second person's agreement with just that. */
    private static Stream<CaseEvent> lastReview(List<CaseEvent> past) {
        List<CaseEvent> since = new ArrayList<>();
        for (CaseEvent event : past) {
            if (event.kind() == CaseEvent.Kind.REVIEWED) {
                since.clear();
                since.add(event);
            } else if (event.kind() == CaseEvent.Kind.CONFIRMED) {
                since.add(event);
            }
        }
        return since.stream();
    }

    private static String label(UUID staff) {
        return staff.toString().substring(0, 4).toUpperCase(Locale.ROOT);
    }

    private static List<String> exceptions(List<RecordDecision> all, List<ErasureReceipt> done, Texts texts) {
        record Kept(String category, Outcome outcome, String until) {}
        Map<Kept, Long> kept = all.stream()
                .filter(decision -> !decision.erases())
                .collect(Collectors.groupingBy(
                        decision -> new Kept(texts.label(decision.category()), decision.outcome(), until(decision)),
                        () -> new TreeMap<>(Comparator.comparing(Kept::category)
                                .thenComparing(Kept::outcome)
                                .thenComparing(Kept::until)),
                        Collectors.counting()));
        List<String> lines = new ArrayList<>();
        kept.forEach((what, count) -> lines.add(
                texts.get("request.certificate.kept." + what.outcome(), what.category(), count, what.until())));
        done.stream()
                .filter(receipt -> receipt.refused() > 0)
                .forEach(receipt -> lines.add(texts.get(
                        "request.certificate.refused", texts.get("system." + receipt.system()), receipt.refused())));
        return lines;
    }

    private static String until(RecordDecision decision) {
        LocalDate day = decision.until();
        return day == null ? "" : day.toString();
    }

    /** SHA-256 over the sorted ids of the erased records: who holds the list of ids can show that it is this list. */
    private static String manifest(List<RecordDecision> erased) {
        String ids = erased.stream()
                .map(decision -> decision.recordId().toString())
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(ids.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }
}
