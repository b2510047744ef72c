package io.shouxin.shell;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.Theme;

/**
 * The page around every view. Requests travel by XHR and only pushes by WebSocket, so that cookies and the security
 * filters treat the UI like any other page.
 */
@Theme("shouxin")
@JsModule("./components/behind-dialogs.ts")
@JsModule("./components/signed-out.ts")
@Push(transport = Transport.WEBSOCKET_XHR)
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
public class ShouxinShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("icon", "icons/shouxin.svg");
        settings.addFavIcon("alternate icon", "icons/shouxin-192.png", "192x192");
        settings.addFavIcon("apple-touch-icon", "icons/shouxin-192.png", "192x192");
        settings.addMetaTag("format-detection", "telephone=no");
        settings.addMetaTag("referrer", "same-origin");
    }
}
