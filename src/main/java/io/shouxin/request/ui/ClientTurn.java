package io.shouxin.request.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.request.CallBack;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.Proof;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.StrongProofs;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.PlainText;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whose turn it is in a case, and the forms by which its client moves it on from the progress page. */
final class ClientTurn {

    private final RequestIntake intake;
    private final StrongProofs proofs;
    private final Consumer<Runnable> change;
    private final Runnable reload;

    /**
     * @param change does something to the case and shows what became of it
     * @param reload shows the case anew
     */
    ClientTurn(RequestIntake intake, StrongProofs proofs, Consumer<Runnable> change, Runnable reload) {
        this.intake = intake;
        this.proofs = proofs;
        this.change = change;
        this.reload = reload;
    }

    /** What the client must do for the case to go on: answer a question, or prove who they are. */
    Div ofClient(CaseView view) {
        SubjectRequest request = view.request();
        String question = view.text(CaseText.Kind.QUESTION);
        if (request.proofDemanded() && !question.isEmpty()) {
            return answerForm(request, question);
        }
        boolean called = request.callBack() == CallBack.NOT_REACHED;
        Div part = proofPart(
                request,
                "client.proof.skip",
                UiTexts.text(called ? "client.turn.called" : "client.turn.proof"),
                UiTexts.text(called ? "client.turn.calledText" : "client.turn.proofText"),
                method -> intake.confirmIdentity(request.id(), method),
                () -> intake.wantCall(request.id()));
        String missing = view.text(CaseText.Kind.PROOF_NOT_ENOUGH);
        if (!missing.isEmpty()) {
            Paragraph words = new Paragraph(missing);
            words.addClassName("quoted");
            part.addComponentAtIndex(1, new Paragraph(UiTexts.text("client.upload.missing")));
            part.addComponentAtIndex(2, words);
        }
        part.add(upload(request));
        return part;
    }

    /** A third way: a photo, which a person looks at. */
    private static Div upload(SubjectRequest request) {
        RouteLink link = new RouteLink("track/" + request.reference() + "/proof", UiTexts.text("client.upload.link"));
        link.addClassName("upload-link");
        return new Div(new Paragraph(UiTexts.text("client.upload.orUpload")), link);
    }

    /** The firm owes a call; whoever does not want to wait for it may still answer online. */
    Div ofFirm(SubjectRequest request) {
        Div part = part(UiTexts.text("client.proof.call"), new Paragraph(UiTexts.text("client.proof.callText")));
        if (!lockedOut(request)) {
            form(request, method -> intake.confirmIdentity(request.id(), method))
                    .ifPresent(form -> part.add(
                            new Paragraph(UiTexts.text("client.turn.orAnswer")),
                            form,
                            Buttons.primary(UiTexts.text("client.proof.go"), form::check)));
        }
        part.add(upload(request));
        return part;
    }

    private Div answerForm(SubjectRequest request, String question) {
        Paragraph asked = new Paragraph(question);
        asked.addClassName("quoted");
        TextArea answer = LongText.area(UiTexts.text("client.turn.answer"));
        Div problem = new Div();
        answer.addValueChangeListener(change -> {
            String kept = PlainText.keepable(change.getValue());
            problem.removeAll();
            if (!kept.equals(change.getValue())) {
                answer.setValue(kept);
                problem.add(LongText.somethingLeftOut());
            }
        });
        return part(
                UiTexts.text("client.turn.question"),
                new Paragraph(UiTexts.text(
                        "client.turn.questionText",
                        TimeText.text(UiTexts.current(), Objects.requireNonNull(request.proofDueOn())))),
                asked,
                problem,
                answer,
                Buttons.primary(UiTexts.text("client.turn.send"), () -> {
                    problem.removeAll();
                    if (!LongText.canBeSent(answer)) {
                        return;
                    }
                    try {
                        change.accept(() -> intake.answerQuestion(request.id(), answer.getValue()));
                    } catch (InvalidInput e) {
                        problem.add(ErrorBox.of(e));
                    }
                }),
                upload(request));
    }

    /** The way back into a case that was closed for want of proof. */
    Div reopening(CaseView view) {
        SubjectRequest request = view.request();
        if (request.capacity().isForAnother()) {
            return part(
                    UiTexts.text("client.reopen.title"),
                    new Paragraph(UiTexts.text("client.reopen.text")),
                    Buttons.primary(
                            UiTexts.text("client.reopen.button"),
                            () -> change.accept(() -> intake.reopen(request.id(), null))));
        }
        Optional<ProofMethod> given = given(request);
        if (given.isPresent()) {
            return part(
                    UiTexts.text("client.reopen.title"),
                    new Paragraph(UiTexts.text("client.reopen.text")),
                    Buttons.primary(
                            UiTexts.text("client.reopen.button"),
                            () -> change.accept(() -> intake.reopen(request.id(), given.get()))));
        }
        return proofPart(
                request,
                "client.reopen.call",
                UiTexts.text("client.reopen.title"),
                UiTexts.text("client.reopen.proofText"),
                method -> intake.reopen(request.id(), method),
                () -> intake.reopen(request.id(), null));
    }

    /** What the client has proved already, if it is all that this case needs: they have signed in with a code. */
    private Optional<ProofMethod> given(SubjectRequest request) {
        if (request.proof() == Proof.STRONG) {
            return Optional.ofNullable(request.proofMethod());
        }
        UUID subject = request.subjectId();
        return subject == null || intake.proofNeeded(subject, request.categories()) == Proof.CODE
                ? Optional.of(ProofMethod.ONE_TIME_CODE)
                : Optional.empty();
    }

    /** Either way out of the wait: an answer online, where something is on file to ask for, or a call back. */
    private Div proofPart(
            SubjectRequest request,
            String callKey,
            String title,
            String text,
            Consumer<ProofMethod> proved,
            Runnable callMe) {
        Div part = part(title, new Paragraph(text));
        if (lockedOut(request)) {
            part.add(ProofForm.tooMany(), Buttons.primary(UiTexts.text(callKey), () -> change.accept(callMe)));
            return part;
        }
        form(request, proved)
                .ifPresent(form -> part.add(form, Buttons.primary(UiTexts.text("client.proof.go"), form::check)));
        part.add(
                new Paragraph(UiTexts.text("client.proof.orCall")),
                Buttons.quiet(UiTexts.text(callKey), () -> change.accept(callMe)));
        return part;
    }

    private Optional<ProofForm> form(SubjectRequest request, Consumer<ProofMethod> proved) {
        UUID subject = askable(request);
        List<ProofMethod> questions = subject == null ? List.of() : proofs.questions(subject);
        return subject == null || questions.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProofForm(
                        proofs, subject, questions, method -> change.accept(() -> proved.accept(method)), reload));
    }

    private boolean lockedOut(SubjectRequest request) {
        UUID subject = askable(request);
        return subject != null && proofs.triesLeft(subject) == 0;
    }

    /** Of whose records a question may be asked: never of another person's, whoever asks for them. */
    private static @Nullable UUID askable(SubjectRequest request) {
        return request.capacity().isForAnother() ? null : request.subjectId();
    }

    private static Div part(String title, Component... content) {
        Div part = new Div(new H2(title));
        part.addClassName("your-turn");
        part.add(content);
        return part;
    }
}
