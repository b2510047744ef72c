package io.shouxin.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants to see the portal: language, light or dark, large letters, single keys. Kept in the browser's
 * cookies and nowhere else, because it is nobody's business; strictly necessary for what the person chose, so no
 * consent is asked.
 */
public final class Preferences {

    static final String LANGUAGE = "shouxin-lang";
    static final String COLOURS = "shouxin-theme";
    static final String SIZE = "shouxin-size";
    static final String KEYS = "shouxin-keys";

    private Preferences() {}

    /** The language chosen before, else the browser's, else Chinese. */
    static Locale language(VaadinRequest request) {
        return chosenLanguage(request.getCookies()).orElseGet(() -> fromBrowser(request.getLocale()));
    }

    /** The language that was chosen on a page before, for what is answered without one. */
    public static Optional<Locale> chosenLanguage(Cookie @Nullable [] cookies) {
        return cookie(cookies, LANGUAGE).map(tag -> tag.startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
    }

    static void choose(UI ui, Locale locale) {
        VaadinSession session = ui.getSession();
        session.setLocale(locale);
        ui.setLocale(locale);
        remember(ui, LANGUAGE, locale.toLanguageTag());
        ui.getPage().executeJs("setTimeout(() => location.reload())");
    }

    static void remember(UI ui, String name, String value) {
        ui.getPage()
                .executeJs(
                        "document.cookie = $0 + '=' + $1 + ';path=/;max-age=31536000;samesite=lax'"
                                + " + (location.protocol === 'https:' ? ';secure' : '')",
                        name,
                        value);
    }

    static Optional<String> cookie(VaadinRequest request, String name) {
        return cookie(request.getCookies(), name);
    }

    private static Optional<String> cookie(Cookie @Nullable [] cookies, String name) {
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name)) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    private static Locale fromBrowser(@Nullable Locale asked) {
        return asked != null && asked.getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
