package io.shouxin.request;

import io.shouxin.shared.StateRefused;
import java.util.UUID;

/** What a client confirms is not what is stored: it was changed on another page. Nothing is sent that was not shown. */
public class DraftChanged extends StateRefused {

    DraftChanged(UUID subject) {
        super("Draft", subject, "changed", "send what was shown before");
    }
}
