package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/**
 * A process model as a picture, drawn by bpmn-js in our colours; its watermark stays (bpmn.io licence). It takes the whole width and
 * is made larger and smaller by buttons and keys.
 */
@Tag("bpmn-diagram")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
@JsModule("./components/bpmn-diagram.ts")
public final class BpmnDiagram extends Component {

    public BpmnDiagram(String xml, Iterable<String> done, Iterable<String> current, String label) {
        getElement().setProperty("xml", xml);
        getElement().setProperty("done", String.join(" ", done));
        getElement().setProperty("current", String.join(" ", current));
        getElement().setProperty("label", label);
        getElement().setProperty("zoomIn", UiTexts.text("ui.diagram.zoom-in"));
        getElement().setProperty("zoomOut", UiTexts.text("ui.diagram.zoom-out"));
        getElement().setProperty("fitWidth", UiTexts.text("ui.diagram.fit"));
    }
}
