package io.shouxin.request.internal;

import io.shouxin.deadline.ClockView;
import io.shouxin.deadline.Clocks;
import io.shouxin.deadline.DeadlineTexts;
import io.shouxin.document.Letterhead;
import io.shouxin.document.Verification;
import io.shouxin.platform.Firm;
import io.shouxin.platform.Firms;
import io.shouxin.record.Category;
import io.shouxin.request.CaseText;
import io.shouxin.request.Channel;
import io.shouxin.request.SubjectRequest;
import io.shouxin.request.Ward;
import io.shouxin.retention.CaseFileRetention;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.Citations;
import io.shouxin.shared.Masking;
import io.shouxin.shared.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The words that receipts, letters and certificates have in common. */
@Component
class CaseWords {

    static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final Firms firms;
    private final Clocks clocks;
    private final CaseTexts caseTexts;
    private final AuthorityRows authorities;
    private final CaseFileRetention caseFiles;
    private final Clock clock;
    private final String publicUrl;

    CaseWords(
            Firms firms,
            Clocks clocks,
            CaseTexts caseTexts,
            AuthorityRows authorities,
            CaseFileRetention caseFiles,
            Clock clock,
            @Value("${shouxin.public-url:http://localhost:8080}") String publicUrl) {
        this.firms = firms;
        this.clocks = clocks;
        this.caseTexts = caseTexts;
        this.authorities = authorities;
        this.caseFiles = caseFiles;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    Letterhead letterhead(Locale locale) {
        Firm firm = firms.firm();
        return new Letterhead(
                firm.name(),
                firm.address(),
                Texts.of(locale)
                        .get("request.letter.contact", firm.contactPerson(), firm.contactPhone(), firm.contactEmail()));
    }

    List<String> authorities(Locale locale) {
        return List.of(firms.firm().authorityIn(locale), Texts.of(locale).get("request.letter.cac"));
    }

    String scope(SubjectRequest request, Locale locale) {
        Texts texts = Texts.of(locale);
        Set<Category> categories = request.categories();
        return categories == null
                ? texts.get("request.scope.all")
                : categories.stream()
                        .sorted()
                        .map(texts::label)
                        .collect(java.util.stream.Collectors.joining(texts.get("request.list.separator")));
    }

    /** That the client's own words have come, without the words; empty where the client wrote none. */
    String note(SubjectRequest request, Locale locale) {
        return request.channel() == Channel.PORTAL
                ? caseTexts
                        .last(request.id(), CaseText.Kind.NOTE)
                        .map(note ->
                                Texts.of(locale).get("request.receipt.note", note.codePointCount(0, note.length())))
                        .orElse("")
                : "";
    }

    String addressee(SubjectRequest request, Locale locale) {
        return addressee(
                caseTexts.last(request.id(), CaseText.Kind.CONTACT_NAME).orElse(""), locale);
    }

    String maskedAddressee(SubjectRequest request, Locale locale) {
        return addressee(
                Masking.name(
                        caseTexts.last(request.id(), CaseText.Kind.CONTACT_NAME).orElse("")),
                locale);
    }

    private static String addressee(String name, Locale locale) {
        Texts texts = Texts.of(locale);
        return name.isBlank()
                ? texts.get("request.letter.addresseeUnknown")
                : texts.get("request.letter.addressee", name);
    }

    /** As whom the addressee asks and for whom, as they named them; null where it is about themselves. */
    @Nullable String opening(SubjectRequest request, boolean masked, Locale locale) {
        if (!request.capacity().isForAnother()) {
            return null;
        }
        Ward ward = authorities.get(request.id()).ward();
        String name = caseTexts.last(request.id(), CaseText.Kind.SUBJECT_NAME).orElse("—");
        return Texts.of(locale)
                .get(
                        "request.letter.opening." + request.capacity().name() + (ward == null ? "" : "." + ward.name()),
                        masked ? Masking.name(name) : name);
    }

    /** Who asks, masked; of whoever asks for another person also as whom. */
    String maskedApplicant(SubjectRequest request, Locale locale) {
        return request.capacity().isForAnother()
                ? Texts.of(locale)
                        .get(
                                "request.receipt.applicantAs",
                                maskedApplicant(request),
                                Texts.of(locale).label(request.capacity()))
                : maskedApplicant(request);
    }

    private String maskedApplicant(SubjectRequest request) {
        String name = caseTexts.last(request.id(), CaseText.Kind.CONTACT_NAME).orElse("");
        String phone = caseTexts.last(request.id(), CaseText.Kind.CONTACT_PHONE).orElse("");
        return (name.isBlank() ? "—" : Masking.name(name)) + (phone.isBlank() ? "" : " " + Masking.phone(phone));
    }

    ClockView clockOf(SubjectRequest request) {
        return clocks.view(request.id().value());
    }

    DeadlineTexts dates(Locale locale) {
        return DeadlineTexts.of(locale, ChinaTime.today(clock));
    }

    /** The last day of keeping the file of a case that is closed, or is being closed now. */
    LocalDate caseFileUntil(SubjectRequest request) {
        Instant closed = request.closedAt();
        return caseFileUntil(closed == null ? now() : closed, request.branchId());
    }

    /** The law by which the file is kept until then. */
    String caseFileSource(SubjectRequest request, Locale locale) {
        Instant closed = request.closedAt();
        return Citations.in(
                caseFiles.source(
                        ChinaTime.dayOf(closed == null ? now() : closed),
                        firms.branch(request.branchId()).sector(),
                        firms.firm().jurisdiction()),
                locale);
    }

    private LocalDate caseFileUntil(Instant closed, UUID branch) {
        return caseFiles.lastDay(
                ChinaTime.dayOf(closed),
                firms.branch(branch).sector(),
                firms.firm().jurisdiction());
    }

    /** Whether the last day of keeping the file of a case that was closed then is past. */
    boolean isFileOver(Instant closed, UUID branch) {
        return ChinaTime.dayOf(now()).isAfter(caseFileUntil(closed, branch));
    }

    String retentionTable() {
        return caseFiles.version();
    }

    /** Where anybody can check a paper of this request; it has its code. */
    Verification verification(SubjectRequest request) {
        String code = Objects.requireNonNull(request.verificationCode());
        return new Verification(code, publicUrl + "/verify/" + code);
    }

    Instant now() {
        return clock.instant();
    }

    String url(String path) {
        return publicUrl + path;
    }
}
