package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.shouxin.shared.Texts;
import java.util.function.Function;

/**
 * Tries a copy of a key file, sent from the browser or lying on the machine of the portal, and says what it is good for: the label of
 * the verdict and the text at the label's key with {@code .text}.
 *
 * @param <V> the verdicts
 */
public final class KeyCopyCheck<V extends Enum<V>> extends Div {

    private final Div outcome = new Div();
    private final V good;

    /**
     * @param good the verdict over a copy as it should be
     * @param largest of a file that is sent, in bytes
     * @param sent tries a file that was sent
     * @param named tries a file on the machine
     */
    public KeyCopyCheck(V good, int largest, Function<byte[], V> sent, Function<String, V> named) {
        this.good = good;
        addClassName("stacked-fields");
        outcome.getElement().setAttribute("role", "status");
        TextField path = new TextField(UiTexts.text("ui.key-copy.path"));
        path.setWidthFull();
        path.setHelperText(UiTexts.text("ui.key-copy.path.help"));
        add(
                outcome,
                upload(largest, sent),
                path,
                Buttons.quiet(UiTexts.text("ui.key-copy.try"), () -> show(named.apply(path.getValue()))));
    }

    /** Shows a verdict that stands already. */
    public void show(V verdict) {
        Texts texts = UiTexts.current();
        String title = texts.label(verdict);
        String text = texts.get(verdict.getDeclaringClass().getSimpleName() + "." + verdict.name() + ".text");
        outcome.removeAll();
        outcome.add(verdict == good ? Notice.done(title, text) : (Component) new ErrorBox(title, text));
    }

    private Upload upload(int largest, Function<byte[], V> sent) {
        Upload upload = ComponentTexts.localize(
                new Upload(UploadHandler.inMemory((file, content) -> show(sent.apply(content)))));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(largest);
        upload.setUploadButton(Buttons.quiet(UiTexts.text("ui.key-copy.send"), () -> {}));
        upload.setDropLabel(new Span(UiTexts.text("ui.upload.drop-one")));
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        upload.addFileRejectedListener(refused -> {
            outcome.removeAll();
            outcome.add(new ErrorBox(UiTexts.text("ui.error.check"), refused.getErrorMessage()));
        });
        upload.setWidthFull();
        return upload;
    }
}
