package io.shouxin.request;

import java.util.List;

/**
 * A case under way as the overview of what is held tells it: what is decided in it, and no more of its file.
 *
 * @param takenBack whether its client has taken it back and it is about to close
 */
public record OpenCase(SubjectRequest request, List<RecordDecision> decisions, boolean takenBack) {}
