package io.shouxin.shared.ui;

import com.vaadin.flow.component.UI;

/** Tells the other windows of this browser that somebody has signed out: what they show is no longer for whoever sits there. */
public final class OtherWindows {

    /** As in frontend/components/signed-out.ts, which listens. */
    private static final String SIGNED_OUT = "localStorage.setItem('shouxin.signed-out', String(Date.now()))";

    private OtherWindows() {}

    /** To be called before this window itself is led away: what is asked of a page runs in the order in which it was asked. */
    public static void leave(UI ui) {
        ui.getPage().executeJs(SIGNED_OUT);
    }
}
