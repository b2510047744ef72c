package io.shouxin.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.identity.ClientSignIn;
import io.shouxin.request.SubjectRequest;
import io.shouxin.request.UnclearIntake;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.Code;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * One more question where code and name do not tell who it is: the end of a number that only the person knows. Whoever has none, or none
 * that is on file, asks for a call instead. How many there are is never said.
 */
final class SameNames extends Div {

    private final ClientSignIn signIn;
    private final UnclearIntake unclear;
    private final PendingSignIn pending;
    private final List<UUID> alike;
    private final String name;
    private final Consumer<UUID> begin;
    private final String key = UUID.randomUUID().toString();
    private final Div problem = new Div();

    /** @param begin signs in as whoever it is */
    SameNames(
            ClientSignIn signIn,
            UnclearIntake unclear,
            PendingSignIn pending,
            List<UUID> alike,
            String name,
            Consumer<UUID> begin) {
        this.signIn = signIn;
        this.unclear = unclear;
        this.pending = pending;
        this.alike = List.copyOf(alike);
        this.name = name;
        this.begin = begin;
        show(question());
    }

    private void show(Component page) {
        removeAll();
        add(page);
    }

    private QuestionPage question() {
        TextField end = new TextField(UiTexts.text("client.tail.label"));
        end.setHelperText(UiTexts.text("client.tail.help"));
        end.setWidthFull();
        end.setMaxLength(20);
        end.addValueChangeListener(change -> end.setInvalid(false));
        return new QuestionPage(UiTexts.text("client.tail.title"))
                .back("signin")
                .lead(UiTexts.text("client.tail.lead"))
                .content(
                        problem,
                        end,
                        new Notice(
                                Chip.Tone.PLAIN,
                                UiTexts.text("client.tail.none"),
                                UiTexts.text("client.tail.noneText"),
                                Buttons.link(UiTexts.text("client.tail.call"), this::askForCall)))
                .primary(UiTexts.text("client.continue"), () -> tell(end));
    }

    private void tell(TextField end) {
        problem.removeAll();
        signIn.told(alike, end.getValue()).ifPresentOrElse(begin, () -> {
            end.setErrorMessage(UiTexts.text("client.name.wrong"));
            end.setInvalid(true);
            end.focus();
            problem.add(new ErrorBox(UiTexts.text("client.name.wrong"), UiTexts.text("client.tail.wrongText")));
        });
    }

    private void askForCall() {
        problem.removeAll();
        String language = UiTexts.current().isChinese() ? "zh" : "en";
        SubjectRequest request;
        try {
            request = unclear.askForCall(alike, name, pending.phone(), language, key);
        } catch (InvalidInput e) {
            problem.add(ErrorBox.of(e));
            return;
        }
        PendingSignIn.forget();
        show(new QuestionPage(UiTexts.text("client.tail.asked"))
                .back("")
                .lead(UiTexts.text("client.tail.askedText"))
                .content(new Code(request.reference()), new RouteLink("track", UiTexts.text("client.card.track.title")))
                .primary(UiTexts.text("client.home"), () -> UI.getCurrent().navigate("")));
    }
}
