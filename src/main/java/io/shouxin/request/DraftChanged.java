package io.shouxin.request;

import io.shouxin.shared.StateRefused;

/** What a client confirms is not what is stored: it was changed on another page. Nothing is sent that was not shown. */
public class DraftChanged extends StateRefused {

    /** @param draft whose draft, or which */
    DraftChanged(Object draft) {
        super("Draft", draft, "changed", "send what was shown before");
    }
}
