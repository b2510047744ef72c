package io.shouxin.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.InvalidLocationException;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Router;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.shouxin.shared.Texts;
import jakarta.servlet.http.HttpServletResponse;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Language, colours and the framework's own messages, set before a page is first seen. */
@Component
class ShellInit implements VaadinServiceInitListener {

    /** Before the first paint: the person's colours, or the device's. */
    private static final String COLOURS_SCRIPT =
            "(function(){var m=document.cookie.match(/" + Preferences.COLOURS + "=(dark|light)/);"
                    + "if(m?m[1]==='dark':matchMedia('(prefers-color-scheme: dark)').matches)"
                    + "document.documentElement.setAttribute('theme','dark')})()";

    private static final String FIRST_PAINT =
            "html,body{background:#faf8f4}html[theme~=dark],html[theme~=dark] body{background:#14181a}";

    private final Failures failures;

    ShellInit(Failures failures) {
        this.failures = failures;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(ShellInit::messages);
        event.addIndexHtmlRequestListener(ShellInit::page);
        event.getSource().addUIInitListener(this::ui);
        event.getSource().addSessionInitListener(session -> session.getSession()
                .setErrorHandler(error -> failures.tell(error.getThrowable())));
    }

    private static void page(IndexHtmlResponse response) {
        VaadinRequest request = response.getVaadinRequest();
        if (!isPage(VaadinService.getCurrent().getRouter(), request.getPathInfo())) {
            response.getVaadinResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        Texts texts = Texts.of(Preferences.language(request));
        Element html = response.getDocument().child(0);
        html.attr("lang", texts.isChinese() ? "zh-CN" : "en");
        String path = request.getPathInfo();
        html.attr("data-face", path != null && path.startsWith("/staff") ? "staff" : "client");
        if (Preferences.cookie(request, Preferences.SIZE)
                .filter("large"::equals)
                .isPresent()) {
            html.attr("data-size", "large");
        }
        if (Preferences.cookie(request, Preferences.KEYS).filter("off"::equals).isPresent()) {
            html.attr("data-keys", "off");
        }
        Element head = response.getDocument().head();
        head.prependElement("style").append(FIRST_PAINT);
        head.prependElement("script").append(COLOURS_SCRIPT);
        response.getDocument().body().prependElement("noscript").text(texts.get("shell.no-script"));
    }

    /** The page that says so comes later, when the browser has started; whoever reads only the status must be told as well. */
    static boolean isPage(Router router, @Nullable String path) {
        try {
            return router.resolveNavigationTarget(new Location(path == null ? "" : path.replaceFirst("^/", "")))
                    .isPresent();
        } catch (InvalidLocationException e) {
            return false;
        }
    }

    private void ui(UIInitEvent event) {
        UI ui = event.getUI();
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request != null) {
            ui.setLocale(Preferences.language(request));
            ui.getSession().setLocale(ui.getLocale());
        }
        Texts texts = Texts.of(ui.getLocale());
        ui.getReconnectDialogConfiguration().setDialogText(texts.get("shell.connection.lost"));
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp(texts.get("shell.connection.gave-up"));
        ui.getPage()
                .executeJs(
                        "const c = window.Vaadin && window.Vaadin.connectionIndicator; if (c) {"
                                + "c.onlineText = $0; c.offlineText = $1; c.reconnectingText = $2; }",
                        texts.get("shell.connection.back"),
                        texts.get("shell.connection.offline"),
                        texts.get("shell.connection.lost"));
    }

    /** The framework's own requests do not say from which page they come, but the browser does. */
    private static boolean isStaff(@Nullable VaadinRequest request) {
        String page = request == null ? null : request.getHeader("Referer");
        return page != null && page.contains("/staff");
    }

    /** In the language that was chosen: where the session is gone, the framework knows only that of the browser. */
    static SystemMessages messages(SystemMessagesInfo info) {
        VaadinRequest request = info.getRequest();
        Texts texts = Texts.of(
                request == null
                        ? info.getLocale()
                        : Preferences.chosenLanguage(request.getCookies()).orElse(info.getLocale()));
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        boolean staff = isStaff(request);
        messages.setSessionExpiredCaption(texts.get(staff ? "shell.signed-out.title" : "shell.expired.title"));
        messages.setSessionExpiredMessage(texts.get(staff ? "shell.signed-out.text" : "shell.expired.text"));
        messages.setInternalErrorCaption(texts.get("shell.failed.title"));
        messages.setInternalErrorMessage(texts.get("shell.failed.reload"));
        messages.setCookiesDisabledCaption(texts.get("shell.cookies.title"));
        messages.setCookiesDisabledMessage(texts.get("shell.cookies.text"));
        return messages;
    }
}
