package io.shouxin.inbox;

import java.util.UUID;

/** A task of this case was decided, on a page or over the API; published in the transaction of the decision. */
public record TaskDecided(UUID caseId) {}
