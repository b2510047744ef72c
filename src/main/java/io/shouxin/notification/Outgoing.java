package io.shouxin.notification;

import io.shouxin.platform.KeyScope;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to one person.
 *
 * @param template key of the text {@code notification.<template>} in the bundles
 * @param language {@code zh} or {@code en}
 * @param phone where it goes; empty where none is on file, then the message is kept as not deliverable
 * @param scope the key under which address and words are kept
 * @param arguments of the text
 */
public record Outgoing(
        @Nullable UUID caseId, String template, String language, String phone, KeyScope scope, List<Object> arguments) {

    public Outgoing {
        arguments = List.copyOf(arguments);
    }
}
