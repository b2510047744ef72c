package io.shouxin.evidence;

import io.shouxin.shared.Actor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, in codes and ids. Of the actor only kind and id are kept. Personal data enters only as a
 * salted commitment.
 *
 * @param subjectId whom it concerns; the salts of the commitments are destroyed with this person's data
 * @param details codes and ids; anything that looks like a telephone number, an e-mail address or an identity number is
 *     refused
 */
public record EvidenceEvent(
        EvidenceKind kind,
        Actor actor,
        @Nullable UUID caseId,
        @Nullable UUID subjectId,
        @Nullable String targetType,
        @Nullable String targetId,
        @Nullable String outcome,
        Map<String, String> details,
        List<Commitment> commitments) {

    public EvidenceEvent {
        if (targetType != null) {
            CodesOnly.value("targetType", targetType);
        }
        if (targetId != null) {
            CodesOnly.value("targetId", targetId);
        }
        if (outcome != null) {
            CodesOnly.value("outcome", outcome);
        }
        details.forEach((key, value) -> CodesOnly.value(CodesOnly.name(key), value));
        details = Map.copyOf(details);
        commitments = List.copyOf(commitments);
        long names = commitments.stream()
                .map(c -> CodesOnly.name(c.name()))
                .distinct()
                .count();
        if (names != commitments.size()) {
            throw new IllegalArgumentException("Two commitments of one entry have the same name");
        }
    }

    public static Builder of(EvidenceKind kind, Actor actor) {
        return new Builder(kind, actor);
    }

    /** Collects an event. What is null is left out, so that callers need no conditions. */
    public static final class Builder {

        private static final int IDS_TOGETHER = 5;
        private static final int NUMBERS_TOGETHER = 20;

        private final EvidenceKind kind;
        private final Actor actor;
        private final Map<String, String> details = new TreeMap<>();
        private final List<Commitment> commitments = new ArrayList<>();
        private @Nullable UUID caseId;
        private @Nullable UUID subjectId;
        private @Nullable String targetType;
        private @Nullable String targetId;
        private @Nullable String outcome;

        private Builder(EvidenceKind kind, Actor actor) {
            this.kind = kind;
            this.actor = actor;
        }

        public Builder caseId(@Nullable UUID caseId) {
            this.caseId = caseId;
            return this;
        }

        public Builder subjectId(@Nullable UUID subjectId) {
            this.subjectId = subjectId;
            return this;
        }

        /** What was acted on, such as {@code ("record", id)}. */
        public Builder target(String type, Object id) {
            this.targetType = type;
            this.targetId = id.toString();
            return this;
        }

        public Builder outcome(@Nullable String outcome) {
            this.outcome = outcome;
            return this;
        }

        /** Adds a code, an id or a number. */
        public Builder detail(String key, @Nullable Object value) {
            if (value != null) {
                details.put(key, Objects.toString(value));
            }
            return this;
        }

        /** Adds ids, as many to a detail as fit: {@code case.1}, {@code case.2} and so on. */
        public Builder ids(String key, Collection<UUID> ids) {
            return series(key, ids, IDS_TOGETHER, " ");
        }

        /** Adds numbers, as many to a detail as fit: {@code rows.1}, {@code rows.2} and so on. */
        public Builder numbers(String key, Collection<Integer> numbers) {
            return series(key, numbers, NUMBERS_TOGETHER, ",");
        }

        private Builder series(String key, Collection<?> values, int together, String separator) {
            List<?> all = List.copyOf(values);
            for (int from = 0; from < all.size(); from += together) {
                detail(
                        key + "." + (from / together + 1),
                        all.subList(from, Math.min(all.size(), from + together)).stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(separator)));
            }
            return this;
        }

        /** Commits to personal data without storing it: only SHA-256(salt ‖ data) goes to the log. */
        public Builder commit(String name, byte[] personalData) {
            commitments.add(Commitment.to(name, personalData));
            return this;
        }

        /** As {@link #commit(String, byte[])}, of a text's UTF-8 bytes. */
        public Builder commit(String name, String personalData) {
            return commit(name, personalData.getBytes(StandardCharsets.UTF_8));
        }

        public EvidenceEvent build() {
            return new EvidenceEvent(
                    kind, actor, caseId, subjectId, targetType, targetId, outcome, details, commitments);
        }
    }
}
