package io.shouxin.notification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.Optional;

/** The approved templates of a channel, by notice; a notice may have one of its own in English ({@code code.en}). */
public record Templates(@JsonValue Map<String, TemplateUse> byNotice) {

    public static final Templates NONE = new Templates(Map.of());

    private static final String ENGLISH = ".en";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Templates {
        byNotice = Map.copyOf(byNotice);
    }

    /** The name under which a notice's template in a language is kept. */
    public static String key(String notice, boolean english) {
        return english ? notice + ENGLISH : notice;
    }

    /** The template for a notice; in Chinese where there is none in English. A test goes by the template of the code. */
    public Optional<TemplateUse> find(String template, String language) {
        String notice = template.equals(Notices.TEST) ? Notices.CODE : template;
        return Optional.ofNullable(byNotice.get(key(notice, language.equals("en"))))
                .or(() -> Optional.ofNullable(byNotice.get(notice)));
    }
}
