package io.shouxin.shared.ui;

import java.util.Optional;

/**
 * A client view that replaces the firm's name in the top bar by the name of the errand, and may offer a way out of it
 * (保存并退出) in the place of the language switch.
 */
public interface TopBarView {

    String topBarTitle();

    /** The way out of a multi-step errand, as label and route; empty keeps the language switch. */
    default Optional<Exit> topBarExit() {
        return Optional.empty();
    }

    /** @param route target inside the portal, without a leading slash */
    record Exit(String label, String route) {}
}
