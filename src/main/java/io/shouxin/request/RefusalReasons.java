package io.shouxin.request;

import java.util.List;

/** The reasons that may be given for a kind of request (PIPL 50: a refusal states its reasons). */
public interface RefusalReasons {

    /** In the order of their codes. */
    List<RefusalReason> of(RequestType type);

    /** Names the very table that was asked, to be recorded with each refusal. */
    String version();
}
