package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.shouxin.request.ProcessTrace;
import io.shouxin.shared.ui.BpmnDiagram;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.UiTexts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The model that runs, with what was passed and what runs now, over the whole screen; drawn when it is opened. */
final class ProcessPicture extends Div {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,60}");

    private final ProcessTrace trace;

    ProcessPicture(ProcessTrace trace) {
        this.trace = trace;
        add(Buttons.link(UiTexts.text("staff.process.picture"), this::open));
    }

    private void open() {
        Dialog dialog = new Dialog(UiTexts.text("staff.process.picture"));
        dialog.setWidth("96vw");
        Div content = new Div(model(trace.processKey())
                .<Component>map(
                        xml -> new BpmnDiagram(xml, trace.done(), trace.current(), UiTexts.text("staff.process.label")))
                .orElseGet(() -> new Paragraph(UiTexts.text("staff.process.none"))));
        content.addClassName("process-picture");
        dialog.add(new Paragraph(UiTexts.text("staff.process.help")), content);
        dialog.getFooter().add(Buttons.quiet(UiTexts.text("ui.close"), dialog::close));
        dialog.open();
    }

    private static Optional<String> model(String key) {
        if (!KEY.matcher(key).matches()) {
            return Optional.empty();
        }
        try (InputStream in = ProcessPicture.class.getResourceAsStream("/processes/" + key + "/" + key + ".bpmn")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
