package io.shouxin.request.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.request.CaseReference;
import io.shouxin.request.LookupLimits;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestReader.Verified;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.DefinitionTable;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets anybody who holds an answer or a certificate check that it is genuine; says nothing about the person. */
@Route("verify")
@RouteAlias("verify/:code")
@AnonymousAllowed
class VerifyPage extends Div implements BeforeEnterObserver, TitledView {

    private static final int LONGEST_CODE = 20;
    /** As our codes are made: no 0, 1, I and O, which are read for one another. */
    private static final Pattern FORM = Pattern.compile("[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}");

    /** The certificate of a case has the case's number but for the first letters. */
    private static final String OF_CERTIFICATE = "XH";

    /** The certificate of a sweep. */
    private static final Pattern OF_SWEEP = Pattern.compile("XHQL(20[0-9]{2})([0-9]{6,9})");

    /** Only where records were decided about is it true to count them; otherwise 0 would look like a finding. */
    private static final Set<RequestOutcome> DECIDED =
            Set.of(RequestOutcome.COMPLETED, RequestOutcome.PARTLY_COMPLETED, RequestOutcome.REFUSED);

    private final RequestReader reader;
    private final LookupLimits limits;

    VerifyPage(RequestReader reader, LookupLimits limits) {
        this.reader = reader;
        this.limits = limits;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Optional<String> code = event.getRouteParameters().get("code");
        if (code.isEmpty()) {
            add(form(null, ""));
            return;
        }
        String clean = clean(code.get());
        Optional<PaperNumber> number = number(code.get());
        if (number.isPresent()) {
            add(form(notTheCode(number.get()), number.get().printed()));
            return;
        }
        if (!FORM.matcher(clean).matches()) {
            add(form(
                    new ErrorBox(UiTexts.text("client.verify.noCode"), UiTexts.text("client.verify.noCodeText")),
                    clean));
            return;
        }
        if (!limits.allowsVerification(address())) {
            add(form(
                    new ErrorBox(UiTexts.text("client.verify.tooMany"), UiTexts.text("client.verify.tooManyText")),
                    clean));
            return;
        }
        Optional<Verified> found = reader.verify(clean);
        add(found.map(this::result)
                .orElseGet(() -> form(
                        new ErrorBox(UiTexts.text("client.verify.none"), UiTexts.text("client.verify.noneText")),
                        clean)));
    }

    /** Papers bear two numbers above their code; whoever typed one of them is told where the code is, and what the number is for. */
    private static Notice notTheCode(PaperNumber number) {
        String followed = number.ofCase();
        return followed == null
                ? new Notice(
                        Chip.Tone.WARN,
                        UiTexts.text("client.verify.number"),
                        UiTexts.text("client.verify.sweepNumberText"))
                : new Notice(
                        Chip.Tone.WARN,
                        UiTexts.text("client.verify.number"),
                        UiTexts.text("client.verify.numberText"),
                        new RouteLink("track?number=" + followed, UiTexts.text("client.verify.numberTrack")));
    }

    /**
     * A number that was typed in place of a code.
     *
     * @param printed as papers have it
     * @param ofCase of the case that can be followed; null if it is a sweep's
     */
    private record PaperNumber(String printed, @Nullable String ofCase) {}

    private static Optional<PaperNumber> number(String typed) {
        String plain = CaseReference.digitsAndLetters(typed);
        Matcher sweep = OF_SWEEP.matcher(plain);
        if (sweep.matches()) {
            return Optional.of(new PaperNumber("XH-QL-" + sweep.group(1) + "-" + sweep.group(2), null));
        }
        boolean certificate = plain.startsWith(OF_CERTIFICATE);
        return CaseReference.read(certificate ? "SC" + plain.substring(OF_CERTIFICATE.length()) : plain)
                .map(reference ->
                        new PaperNumber(certificate ? OF_CERTIFICATE + reference.substring(2) : reference, reference));
    }

    private static QuestionPage form(@Nullable Component problem, String typed) {
        TextField code = new TextField(UiTexts.text("client.verify.code"));
        code.setHelperText(UiTexts.text("client.verify.help"));
        code.setWidthFull();
        code.setValue(typed);
        code.setMaxLength(LONGEST_CODE);
        Runnable look = () -> {
            if (clean(code.getValue()).isEmpty()) {
                code.setErrorMessage(UiTexts.text("ui.required"));
                code.setInvalid(true);
            } else {
                UI.getCurrent()
                        .navigate("verify/"
                                + number(code.getValue())
                                        .map(PaperNumber::printed)
                                        .orElseGet(() -> clean(code.getValue())));
            }
        };
        code.addKeyPressListener(Key.ENTER, enter -> look.run());
        QuestionPage page =
                new QuestionPage(UiTexts.text("client.verify.title")).back("").lead(UiTexts.text("client.verify.lead"));
        if (problem != null) {
            page.content(problem);
        }
        return page.content(code).primary(UiTexts.text("client.verify.look"), look);
    }

    private QuestionPage result(Verified verified) {
        Texts texts = UiTexts.current();
        DefinitionTable facts = new DefinitionTable().code(texts.get("client.verify.reference"), verified.reference());
        if (verified.certificateNo() != null) {
            facts.code(texts.get("client.verify.certificate"), verified.certificateNo());
        }
        verified.papers()
                .forEach(paper -> facts.row(
                        texts.get("client.document." + paper.kind(), paper.round()),
                        TimeText.withYear(paper.issuedAt())));
        facts.row(texts.get("client.verify.issued"), TimeText.withYear(verified.issuedAt()))
                .row(
                        texts.get("client.verify.outcome"),
                        texts.get("client.verify.outcome." + verified.outcome().name()));
        if (DECIDED.contains(verified.outcome())) {
            facts.row(texts.get("client.verify.erased"), Integer.toString(verified.erased()))
                    .row(texts.get("client.verify.kept"), Integer.toString(verified.kept()));
        }
        String systems = verified.systems().stream()
                .map(system -> texts.get(
                        Boolean.TRUE.equals(system.verified()) ? "client.verify.system" : "client.verify.systemOpen",
                        texts.get("system." + system.system())))
                .collect(Collectors.joining(texts.get("ui.list-separator")));
        if (!systems.isEmpty()) {
            facts.row(texts.get("client.verify.systems"), systems);
        }
        QuestionPage page = new QuestionPage(texts.get("client.verify.genuine"))
                .back("verify")
                .content(Notice.done(texts.get("client.verify.proves"), texts.get(provesKey(verified))), facts);
        Instant ended = verified.fileEndedAt();
        if (ended != null) {
            page.content(Notice.info(
                    texts.get("client.verify.ended"),
                    texts.get("client.verify.endedText", TimeText.day(texts, ended))));
        }
        return page.content(Notice.info(texts.get("client.verify.privacy"), texts.get("client.verify.privacyText")));
    }

    private static String provesKey(Verified verified) {
        return switch (verified.outcome()) {
            case NO_PROOF -> noProofKey(verified);
            case CANCELLED -> "client.verify.cancelledText";
            default -> verified.erased() == 0 ? "client.verify.otherText" : "client.verify.provesText";
        };
    }

    private static String noProofKey(Verified verified) {
        if (verified.fileEndedAt() != null) {
            return "client.verify.noProofEndedText";
        }
        return verified.underWay() ? "client.verify.reopenedText" : "client.verify.noProofText";
    }

    /** As it is printed: groups of four, whatever was typed between them. */
    private static String clean(String code) {
        String plain = CaseReference.digitsAndLetters(code);
        String cut = plain.length() <= LONGEST_CODE ? plain : plain.substring(0, LONGEST_CODE);
        return cut.replaceAll("(.{4})(?=.)", "$1-");
    }

    private static String address() {
        VaadinRequest request = VaadinRequest.getCurrent();
        return request == null ? "" : request.getRemoteAddr();
    }

    @Override
    public String title() {
        return UiTexts.text("client.verify.title");
    }
}
