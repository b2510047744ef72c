package io.shouxin.request.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.StrongProofs;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Asks for what only the person would know; works on a phone, without a visit. */
final class ProofForm extends Div {

    private final StrongProofs proofs;
    private final UUID subject;
    private final Consumer<ProofMethod> right;
    private final Runnable lockedOut;
    private final Div problem = new Div();
    private final TextField answer = new TextField();
    private ProofMethod method;

    /**
     * @param questions at least one
     * @param lockedOut what to do once no more answer may be tried until the limit is over
     */
    ProofForm(
            StrongProofs proofs,
            UUID subject,
            List<ProofMethod> questions,
            Consumer<ProofMethod> right,
            Runnable lockedOut) {
        this.proofs = proofs;
        this.subject = subject;
        this.right = right;
        this.lockedOut = lockedOut;
        this.method = questions.get(0);
        addClassName("stack");
        answer.setWidthFull();
        answer.getElement().setProperty("autocomplete", "off");
        answer.addValueChangeListener(change -> answer.setInvalid(false));
        if (questions.size() > 1) {
            RadioButtonGroup<ProofMethod> which = Choices.one(UiTexts.text("client.proof.which"));
            which.setItems(questions);
            which.setItemLabelGenerator(item -> UiTexts.text("client.proof.choose." + item.name()));
            which.setValue(method);
            which.addValueChangeListener(change -> ask(change.getValue()));
            add(which);
        }
        ask(method);
        add(problem, answer);
    }

    private void ask(ProofMethod asked) {
        method = asked;
        problem.removeAll();
        answer.clear();
        answer.setInvalid(false);
        answer.setLabel(UiTexts.text("client.proof.label." + asked.name()));
        answer.setHelperText(UiTexts.text("client.proof.help." + asked.name()));
    }

    /** Checks what was typed. */
    void check() {
        problem.removeAll();
        String given = answer.getValue().replaceAll("\\s", "");
        int length = given.codePointCount(0, given.length());
        int expected = proofs.characters(method);
        if (length != expected) {
            answer.setErrorMessage(
                    length == 0 ? UiTexts.text("ui.required") : UiTexts.text("client.proof.length", expected, length));
            answer.setInvalid(true);
            return;
        }
        switch (proofs.check(subject, method, given)) {
            case RIGHT -> right.accept(method);
            case WRONG -> wrong(proofs.triesLeft(subject));
            case TOO_MANY -> lockedOut.run();
        }
    }

    private void wrong(int left) {
        if (left == 0) {
            lockedOut.run();
        } else {
            answer.setErrorMessage(UiTexts.text("client.proof.wrong"));
            answer.setInvalid(true);
            answer.focus();
            problem.add(new ErrorBox(UiTexts.text("client.proof.wrong"), UiTexts.text("client.proof.wrongText", left)));
        }
    }

    /** In place of the form for as long as no answer may be tried. */
    static ErrorBox tooMany() {
        return new ErrorBox(UiTexts.text("client.proof.tooMany"), UiTexts.text("client.proof.tooManyText"));
    }
}
