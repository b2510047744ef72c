package io.shouxin.record.internal;

import io.shouxin.record.NewRecord;
import io.shouxin.record.PossiblePairs.Pair;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.IndexEntry;
import io.shouxin.subject.Subject;
import io.shouxin.subject.SubjectKind;
import io.shouxin.subject.Subjects.Tie;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The people and records among which an import finds its own and to which it adds them. An import works on the firm's; a dry run on
 * one that reads the firm's and only remembers what would be added, so that both take every decision in the same code.
 */
interface ImportRegister {

    /** Who has one of these identifiers, by the identifier. */
    Map<String, Set<UUID>> byIdentifiers(IdentifierKind kind, Collection<String> normalised);

    /** As {@link #byIdentifiers}, but of all people only these. */
    Map<String, Set<UUID>> byIdentifiers(IdentifierKind kind, Collection<String> normalised, Set<UUID> among);

    /** The third parties of these clients; clients without third parties are not in the answer. */
    Map<UUID, Set<UUID>> thirdParties(Collection<UUID> clients);

    /** Those of these people who exist, kept from changing until what is decided is written. */
    Map<UUID, Subject> people(Collection<UUID> ids);

    /** Those of these people of whom an identifier of this kind is known. */
    Set<UUID> having(IdentifierKind kind, Collection<UUID> subjects);

    /** Which of these the person already has, word for word; in the order given. */
    List<Boolean> known(List<NewRecord> records);

    void create(Map<UUID, SubjectKind> people);

    void tie(Collection<Tie> ties);

    /**
     * The id of each record in the order given, null where it was already there.
     *
     * @param created people just made, who have nothing yet
     */
    List<@Nullable UUID> store(List<NewRecord> records, Set<UUID> created);

    void index(Collection<IndexEntry> entries);

    /** Those of these people into whom somebody was merged: two rows of a list may both be they. */
    Set<UUID> survivors(Collection<UUID> people);

    /** Leaves it to somebody to decide whether the two of each pair are one person. */
    void doubt(UUID importId, Collection<Pair> pairs);
}
