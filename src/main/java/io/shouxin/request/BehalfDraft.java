package io.shouxin.request;

import io.shouxin.record.Category;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has answered so far who asks for another person. Who they are themselves is proved in the session and stands in no draft.
 *
 * @param token makes the sending of this very draft count once, however often it is clicked
 * @param capacity as whom; null before the answer
 * @param ward of a guardian; null before the answer
 * @param lawyer of an agent; null before the answer
 * @param personName of whose data it is about
 * @param personPhone in its normal form, or ""
 * @param personIdNumber as given, or ""
 * @param relation how they are related, in their words, or ""
 * @param interest of a relative, in their words, or ""
 * @param everything whether everything is asked for, or chosen categories; null before the answer
 * @param note their own words, or ""
 */
public record BehalfDraft(
        String token,
        @Nullable Capacity capacity,
        @Nullable Ward ward,
        @Nullable Boolean lawyer,
        String personName,
        String personPhone,
        String personIdNumber,
        String relation,
        String interest,
        @Nullable Boolean everything,
        Set<Category> categories,
        String note) {

    public BehalfDraft {
        categories = Set.copyOf(categories);
    }

    public static BehalfDraft fresh() {
        return new BehalfDraft(UUID.randomUUID().toString(), null, null, null, "", "", "", "", "", null, Set.of(), "");
    }

    /** Whether the question that only guardians and agents are asked is answered, or is none. */
    public boolean saysKind() {
        if (capacity == null) {
            return false;
        }
        return switch (capacity) {
            case GUARDIAN -> ward != null;
            case AGENT -> lawyer != null;
            case SELF, RELATIVE -> true;
        };
    }

    /** Whether the question of the scope is answered whole. */
    public boolean scoped() {
        return everything != null && (everything || !categories.isEmpty());
    }

    /**
     * What is asked for, in the form that a request takes: null for everything.
     *
     * @throws IllegalStateException before that is answered
     */
    public @Nullable Set<Category> scope() {
        if (!scoped()) {
            throw new IllegalStateException("The scope of this draft is not answered yet");
        }
        return Boolean.TRUE.equals(everything) ? null : EnumSet.copyOf(categories);
    }

    /** The next question that needs an answer; what may be left empty and the summary come last. */
    public BehalfStep at() {
        return BehalfStep.NOTE.openBefore(this).orElse(BehalfStep.NOTE);
    }

    /**
     * What the request says of the other person.
     *
     * @throws IllegalStateException before it is said as whom they ask
     * @throws io.shouxin.shared.InvalidInput if something is missing or does not go together
     */
    public OnBehalf claim() {
        if (capacity == null) {
            throw new IllegalStateException("It is not said as whom somebody asks");
        }
        return new OnBehalf(
                capacity,
                capacity == Capacity.GUARDIAN ? ward : null,
                capacity == Capacity.AGENT && Boolean.TRUE.equals(lawyer),
                new OnBehalf.Person(personName, personPhone, personIdNumber),
                capacity == Capacity.AGENT ? "" : relation,
                capacity == Capacity.RELATIVE ? interest : "");
    }

    /** Another capacity; what was said of the former one alone goes. */
    public BehalfDraft as(Capacity now) {
        boolean same = now == capacity;
        return with(now, same ? ward : null, same ? lawyer : null);
    }

    public BehalfDraft guardianOf(Ward now) {
        return with(capacity, now, lawyer);
    }

    public BehalfDraft lawyer(boolean now) {
        return with(capacity, ward, now);
    }

    private BehalfDraft with(@Nullable Capacity as, @Nullable Ward of, @Nullable Boolean law) {
        return new BehalfDraft(
                token,
                as,
                of,
                law,
                personName,
                personPhone,
                personIdNumber,
                relation,
                interest,
                everything,
                categories,
                note);
    }

    public BehalfDraft about(String name, String phone, String idNumber, String related) {
        return new BehalfDraft(
                token, capacity, ward, lawyer, name, phone, idNumber, related, interest, everything, categories, note);
    }

    public BehalfDraft interestedBy(String words) {
        return new BehalfDraft(
                token,
                capacity,
                ward,
                lawyer,
                personName,
                personPhone,
                personIdNumber,
                relation,
                words,
                everything,
                categories,
                note);
    }

    /** @param all whether everything; null where that is not answered */
    public BehalfDraft asking(@Nullable Boolean all, Set<Category> chosen) {
        return new BehalfDraft(
                token,
                capacity,
                ward,
                lawyer,
                personName,
                personPhone,
                personIdNumber,
                relation,
                interest,
                all,
                chosen,
                note);
    }

    public BehalfDraft saying(String words) {
        return new BehalfDraft(
                token,
                capacity,
                ward,
                lawyer,
                personName,
                personPhone,
                personIdNumber,
                relation,
                interest,
                everything,
                categories,
                words);
    }
}
