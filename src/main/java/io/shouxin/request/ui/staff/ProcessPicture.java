package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.shouxin.request.ProcessTrace;
import io.shouxin.shared.ui.BpmnDiagram;
import io.shouxin.shared.ui.UiTexts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The model that runs, with what was passed and what runs now; drawn when it is opened. */
final class ProcessPicture extends Details {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,60}");

    ProcessPicture(ProcessTrace trace) {
        Div content = new Div();
        content.addClassName("process-picture");
        setSummaryText(UiTexts.text("staff.process.picture"));
        add(content);
        addOpenedChangeListener(opened -> {
            if (opened.isOpened() && content.getComponentCount() == 0) {
                content.add(model(trace.processKey())
                        .<com.vaadin.flow.component.Component>map(xml -> new BpmnDiagram(
                                xml, trace.done(), trace.current(), UiTexts.text("staff.process.label")))
                        .orElseGet(() -> new Paragraph(UiTexts.text("staff.process.none"))));
            }
        });
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
