package io.shouxin.match.internal;

import io.shouxin.inbox.TaskKind;
import io.shouxin.match.PossibleMatch;
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Role;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Somebody of the branch compares the two. Fields: {@code outcome} MERGED or KEPT_APART. */
@Component
class CompareTask implements TaskKind {

    static final String KEY = "compare-people";

    private final MatchRows matches;
    private final Merger merger;

    CompareTask(MatchRows matches, Merger merger) {
        this.matches = matches;
        this.merger = merger;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Role candidate() {
        return Role.STAFF;
    }

    /** The row names nobody: whose names it would show are two people, and one of them perhaps another branch's. */
    @Override
    public Context context(UUID id) {
        PossibleMatch.Found found = matches.get(id).found();
        return new Context(KEY, found.reference(), "MATCH", "IMPORT", null, found.branchId(), found.dueOn(), false);
    }

    @Override
    public void lock(UUID id) {
        merger.lock(id);
    }

    @Override
    public Map<String, String> decide(UUID id, Map<String, Object> fields, Actor actor) {
        PossibleMatch match = merger.lock(id);
        Object outcome = fields.get("outcome");
        if ("MERGED".equals(outcome)) {
            merger.merge(match, actor);
        } else if ("KEPT_APART".equals(outcome)) {
            merger.keepApart(match, actor);
        } else {
            throw new InvalidInput("/outcome", "match.error.outcomeUnknown");
        }
        return Map.of("outcome", match.status().name());
    }
}
