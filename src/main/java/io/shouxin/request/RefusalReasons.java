package io.shouxin.request;

import java.util.List;
import java.util.Optional;

/**
 * The reasons that may be given for a kind of request (PIPL 50: a refusal states its reasons), each list in the order of the codes.
 * What only makes a request wait is in neither.
 */
public interface RefusalReasons {

    /** The reasons for refusing the request as a whole. */
    List<RefusalReason> forRequest(RefusalFacts facts);

    /** The reasons for keeping one record. */
    List<RefusalReason> forRecord(RefusalFacts facts);

    /** The reasons for finding that whoever asks for another person may not do so; none for oneself. */
    List<RefusalReason> forAuthority(RefusalFacts facts);

    /** What a code says that was recorded with a case. */
    Optional<RefusalReason> withCode(String code);

    /** Names the very table that was asked, to be recorded with each refusal. */
    String version();
}
