package io.shouxin.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.shouxin.shared.Texts;
import java.util.function.Consumer;

/**
 * Takes photos one by one, on a phone from camera or gallery, without a name and without writing anything to the disk. What
 * it lets pass here is a courtesy to the person: the server looks at each file for itself.
 */
public final class ProofUpload extends Div {

    private static final int LARGEST = 10 * 1024 * 1024;

    private final Upload upload;

    /**
     * @param taken gets the content of each file
     * @param refused gets the words about a file that the browser did not even send
     */
    public ProofUpload(Consumer<byte[]> taken, Consumer<String> refused) {
        this("", taken, refused);
    }

    /** @param what is to be chosen here, where there are several such places on a page; else "" */
    public ProofUpload(String what, Consumer<byte[]> taken, Consumer<String> refused) {
        addClassName("proof-upload");
        Texts texts = UiTexts.current();
        upload = ComponentTexts.localize(new Upload(UploadHandler.inMemory((file, content) -> taken.accept(content))));
        upload.setAcceptedFileTypes("image/jpeg", "image/png");
        upload.setMaxFileSize(LARGEST);
        Button button = Buttons.quiet(texts.get("ui.proof.choose"), () -> {});
        if (!what.isEmpty()) {
            button.setAriaLabel(texts.get("ui.proof.chooseWhat", what));
        }
        button.addThemeVariants(ButtonVariant.LUMO_LARGE);
        upload.setUploadButton(button);
        upload.setDropLabel(new Span(texts.get("ui.proof.drop")));
        upload.setWidthFull();
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        upload.addFileRejectedListener(rejected -> refused.accept(texts.get("ui.proof.rejected")));
        add(upload);
    }
}
