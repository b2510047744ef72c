package io.shouxin.shell;

import com.vaadin.flow.i18n.I18NProvider;
import io.shouxin.shared.Texts;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Lets Vaadin read the product's own bundles. Chinese first: it is what a browser gets that asks for neither. */
@Component
class TextsI18NProvider implements I18NProvider {

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return Texts.of(locale).get(key, arguments);
    }
}
