package io.shouxin.request;

import io.shouxin.record.Category;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client has answered so far on the way to a deletion request.
 *
 * @param token makes the sending of this very draft count once, however often it is clicked
 * @param everything whether everything is to be deleted, or chosen categories; null before the answer
 * @param categories the chosen ones
 * @param note the client's own words
 * @param proofSkipped whether the client wants to be called back instead of answering a question of proof
 * @param reached the question that the last answer led to; null before the first one is answered whole
 */
public record Draft(
        String token,
        @Nullable Boolean everything,
        Set<Category> categories,
        String note,
        boolean proofSkipped,
        @Nullable DraftStep reached) {

    public Draft {
        categories = Set.copyOf(categories);
    }

    public static Draft fresh() {
        return new Draft(UUID.randomUUID().toString(), null, Set.of(), "", false, null);
    }

    /** Whether the question of the scope is answered whole. */
    public boolean scoped() {
        return everything != null && (everything || !categories.isEmpty());
    }

    /**
     * What to delete, in the form that a request takes: null for everything.
     *
     * @throws IllegalStateException before that is answered
     */
    public @Nullable Set<Category> scope() {
        if (!scoped()) {
            throw new IllegalStateException("The scope of this draft is not answered yet");
        }
        return Boolean.TRUE.equals(everything) ? null : EnumSet.copyOf(categories);
    }

    /** Whether both ask for the same in the same request; what is chosen does not count where everything is asked for. */
    public boolean asksTheSame(Draft other) {
        return token.equals(other.token)
                && sameScope(other)
                && note.equals(other.note)
                && proofSkipped == other.proofSkipped;
    }

    public boolean sameScope(Draft other) {
        return Objects.equals(everything, other.everything)
                && (Boolean.TRUE.equals(everything) || categories.equals(other.categories));
    }

    public Draft all() {
        return new Draft(token, true, categories, note, proofSkipped, reached);
    }

    public Draft some() {
        return new Draft(token, false, categories, note, proofSkipped, reached);
    }

    public Draft of(Set<Category> chosen) {
        return new Draft(token, false, chosen, note, proofSkipped, reached);
    }

    public Draft saying(String words) {
        return new Draft(token, everything, categories, words, proofSkipped, reached);
    }

    public Draft skippingProof(boolean skip) {
        return new Draft(token, everything, categories, note, skip, reached);
    }

    public Draft reaching(DraftStep step) {
        return new Draft(token, everything, categories, note, proofSkipped, step);
    }

    /** Whether there is anything in it that would be missed. */
    public boolean begun() {
        return everything != null || !note.isBlank();
    }

    /** Where to go on. */
    public DraftStep at() {
        if (!scoped()) {
            return Boolean.FALSE.equals(everything) ? DraftStep.CHOOSE : DraftStep.SCOPE;
        }
        return reached == null ? DraftStep.NOTE : reached;
    }
}
