package io.shouxin.request;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** The questions on the way to a request for another person, in their order. */
public enum BehalfStep {
    /** As whom. */
    CAPACITY(draft -> draft.capacity() != null),
    /** Of guardians for whom, of agents whether they are lawyers. */
    KIND(BehalfDraft::saysKind),
    /** Who they are themselves; that is proved and not written in the draft. */
    REQUESTER(draft -> true),
    PERSON(draft -> !draft.personName().isEmpty()),
    /** Of relatives. */
    INTEREST(draft -> draft.capacity() != Capacity.RELATIVE || !draft.interest().isBlank()),
    SCOPE(BehalfDraft::scoped),
    NOTE(draft -> true),
    CHECK(draft -> true);

    private final Predicate<BehalfDraft> answered;

    BehalfStep(Predicate<BehalfDraft> answered) {
        this.answered = answered;
    }

    /** Whether there is such a question for whoever asks in this capacity. */
    public boolean isAskedOf(Capacity capacity) {
        return switch (this) {
            case KIND -> capacity != Capacity.RELATIVE;
            case INTEREST -> capacity == Capacity.RELATIVE;
            default -> true;
        };
    }

    /** The first question before this one that has no answer yet, apart from who asks. */
    public Optional<BehalfStep> openBefore(BehalfDraft draft) {
        return Arrays.stream(values())
                .filter(step -> step.compareTo(this) < 0 && !step.answered.test(draft))
                .findFirst();
    }
}
