package io.shouxin.shared.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import elemental.json.Json;
import elemental.json.JsonObject;
import io.shouxin.testing.EmptyPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyPage.class)
class TextLimitsTest {

    private final TextArea area = new TextArea();

    @BeforeEach
    void watch() {
        TextLimits.watch(area, 10_000);
        UI.getCurrent().add(area);
    }

    @Test
    void a_million_characters_are_told_at_the_field_and_none_is_lost() {
        String pasted = "字".repeat(1_000_000);
        _setValue(area, pasted);
        assertThat(area.isInvalid()).isTrue();
        assertThat(area.getErrorMessage()).contains("最多 10,000 字", "多了 990,000 字");
        assertThat(area.getValue()).isEqualTo(pasted);
        assertThat(area.getElement().getProperty("maxlength"))
                .as("the browser would cut it")
                .isNull();
        assertThat(TextLimits.problem(area, "/note"))
                .hasValueSatisfying(wrong -> assertThat(wrong.pointer()).isEqualTo("/note"));
    }

    @Test
    void the_field_is_right_again_as_soon_as_the_text_is() {
        _setValue(area, "字".repeat(10_001));
        assertThat(area.isInvalid()).isTrue();
        _setValue(area, "😀".repeat(10_000));
        assertThat(area.isInvalid()).as("an emoji is one character").isFalse();
        assertThat(TextLimits.problem(area, "/note")).isEmpty();
    }

    @Test
    void what_cannot_be_kept_is_told_with_its_place_in_both_languages() {
        _setValue(area, "客户\u0000说");
        assertThat(area.getErrorMessage()).contains("第 3 个字符");
        UI.getCurrent().setLocale(Locale.ENGLISH);
        _setValue(area, "\uD83D");
        assertThat(area.isInvalid()).isTrue();
        assertThat(area.getErrorMessage()).contains("Character 1 cannot be kept");
    }

    @Test
    void the_last_words_are_told_when_the_field_is_left_and_not_only_after_a_pause() {
        assertThat(area.getValueChangeMode()).isEqualTo(ValueChangeMode.LAZY);
        List<Boolean> heard = new ArrayList<>();
        area.addValueChangeListener(change -> heard.add(change.isFromClient()));
        JsonObject data = Json.createObject();
        data.put("element.value", "最后几个字");
        ElementListenerMap listeners = area.getElement().getNode().getFeature(ElementListenerMap.class);
        assertThat(listeners.getExpressions("change")).contains("element.value");
        listeners.fireEvent(new DomEvent(area.getElement(), "change", data));
        listeners.fireEvent(new DomEvent(area.getElement(), "change", data));
        assertThat(area.getValue()).isEqualTo("最后几个字");
        assertThat(heard).as("once, and as typed by the person").containsExactly(true);
    }
}
