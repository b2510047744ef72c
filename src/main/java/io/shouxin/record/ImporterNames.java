package io.shouxin.record;

import java.util.UUID;

/** What a colleague who paused an import is called; whoever keeps the accounts knows. */
public interface ImporterNames {

    String nameOf(UUID id);
}
