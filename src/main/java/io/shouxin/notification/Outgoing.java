package io.shouxin.notification;

import io.shouxin.platform.KeyScope;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to one person in the words of a template.
 *
 * @param template key of the text {@code notification.<template>} in the bundles, one of {@link Notices#ALL}
 * @param language {@code zh} or {@code en}
 * @param to where it goes; where that is nowhere, the message is kept as not deliverable
 * @param scope the key under which address and words are kept
 * @param arguments of the text, in the order of {@link Notices#arguments}
 * @param life how long it is of use; null if nobody sets it an end
 */
public record Outgoing(
        @Nullable UUID caseId,
        String template,
        String language,
        Address to,
        KeyScope scope,
        List<Object> arguments,
        @Nullable Duration life) {

    public Outgoing {
        arguments = List.copyOf(arguments);
    }
}
