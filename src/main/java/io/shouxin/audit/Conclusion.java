package io.shouxin.audit;

import io.shouxin.shared.Actor;
import io.shouxin.shared.Role;

/** What somebody concluded who looked at a finding. */
public enum Conclusion {
    /** There was a good reason. */
    EXPLAINED,
    /** The privacy officer is to follow it up. */
    FOLLOW_UP,
    /** There was no good reason; the note says what was done about it. */
    MEASURES;

    /** Whether whoever looks may choose this: the privacy officer hands nothing on to herself. */
    public boolean isFor(Actor actor) {
        return this != FOLLOW_UP || !actor.has(Role.PRIVACY_OFFICER);
    }

    public FindingState state() {
        return FindingState.valueOf(name());
    }
}
