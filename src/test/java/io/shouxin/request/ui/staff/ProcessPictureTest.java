package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.dom.Element;
import io.shouxin.request.ProcessTrace;
import io.shouxin.shared.ui.BpmnDiagram;
import io.shouxin.testing.EmptyPage;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyPage.class)
class ProcessPictureTest {

    @Test
    void it_opens_over_the_whole_screen_with_named_ways_to_zoom() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        Element diagram = opened("deletion-request", "Process diagram");
        assertThat(_get(Dialog.class).getWidth()).isEqualTo("96vw");
        assertThat(diagram.getProperty("xml")).contains("bpmn:process");
        assertThat(diagram.getProperty("done")).isEqualTo("request-received");
        assertThat(diagram.getProperty("current")).isEqualTo("review-decisions");
        assertThat(diagram.getProperty("zoomIn")).isEqualTo("Zoom in");
        assertThat(diagram.getProperty("zoomOut")).isEqualTo("Zoom out");
        assertThat(diagram.getProperty("fitWidth")).isEqualTo("Fit width");
    }

    @Test
    void its_buttons_speak_the_language_of_the_page() {
        Element diagram = opened("deletion-request", "流程图");
        assertThat(diagram.getProperty("zoomIn")).isEqualTo("放大");
        assertThat(diagram.getProperty("label")).contains("当前步骤填色");
    }

    @Test
    void a_process_without_a_model_says_so() {
        open("../secrets", "流程图");
        assertThat(_find(BpmnDiagram.class)).isEmpty();
        assertThat(_get(Dialog.class).getElement().getTextRecursively()).contains("没有这个流程的图");
    }

    private static Element opened(String process, String button) {
        open(process, button);
        return _get(BpmnDiagram.class).getElement();
    }

    private static void open(String process, String button) {
        UI.getCurrent()
                .add(new ProcessPicture(
                        new ProcessTrace(process, List.of("request-received"), List.of("review-decisions"))));
        _click(_get(Button.class, spec -> spec.withText(button)));
    }
}
