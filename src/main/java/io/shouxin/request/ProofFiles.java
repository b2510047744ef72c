package io.shouxin.request;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Proof that is handed in as photos: by clients for their own case, by the staff for who came to the counter. */
public interface ProofFiles {

    /** How many may wait to be sent or seen at a time. */
    int MOST = 5;

    /**
     * The files of a case in the order in which they came, for its client and for the staff of its branch.
     *
     * @throws io.shouxin.shared.NotFound if the case is none of the actor's
     */
    List<ProofFile> of(RequestId request);

    /** Whether the actor may hand in files now: a client while proof is welcome, the staff while the case is open. */
    boolean welcome(RequestId request);

    /**
     * Looks at a file, writes it anew and keeps it in the case file. Takes seconds; must not be called in a transaction. What the
     * staff hand in counts as sent.
     *
     * @return the file as it is then; one that is {@link ProofFile.State#REFUSED} says why
     * @throws io.shouxin.shared.InvalidInput if there are too many
     * @throws io.shouxin.shared.StateRefused if no file is welcome any more
     */
    default ProofFile handIn(RequestId request, byte[] content) {
        return handIn(request, content, null);
    }

    /**
     * As {@link #handIn(RequestId, byte[])}.
     *
     * @param paper which of the papers that a request for another person needs it is; null where that is not asked
     */
    ProofFile handIn(RequestId request, byte[] content, @Nullable Paper paper);

    /** The client takes back a file that was not sent yet. */
    void remove(RequestId request, UUID file);

    /**
     * The client sends what was handed in: the wait for the client ends, and a person looks at it.
     *
     * @throws io.shouxin.shared.InvalidInput if there is nothing to send
     * @throws io.shouxin.shared.StateRefused if the case does not wait for proof any more
     */
    void submit(RequestId request);

    /**
     * A cleared file, for those who may see a person unmasked; who looked is written down.
     *
     * @throws io.shouxin.shared.NotFound if there is none, or none for the actor
     */
    Opened open(UUID file);

    /** @param name made of the case's number and the file's, never of what somebody called it */
    record Opened(String name, String mediaType, byte[] content) {}
}
