package io.shouxin.match.internal;

import io.shouxin.inbox.TaskKind;
import io.shouxin.match.PossibleMatch;
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Role;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tasks of a possible match: somebody of the branch compares the two, a failed step is tried again. */
@Configuration(proxyBeanMethods = false)
class MatchTasks {

    @Bean
    TaskKind compareTask(MatchRows matches, Merger merger) {
        return new Compare(matches, merger);
    }

    @Bean
    TaskKind matchIncidentTask(MatchRows matches) {
        return new Incident(matches);
    }

    private abstract static class MatchTask implements TaskKind {

        final MatchRows matches;
        private final String key;
        private final Role candidate;

        MatchTask(String key, Role candidate, MatchRows matches) {
            this.key = key;
            this.candidate = candidate;
            this.matches = matches;
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public Role candidate() {
            return candidate;
        }

        /** The row names nobody: it would have to name two people, one of them perhaps another branch's. */
        @Override
        public Context context(UUID id) {
            PossibleMatch.Found found = matches.get(id).found();
            return new Context(key, found.reference(), "MATCH", "IMPORT", null, found.branchId(), found.dueOn(), false);
        }
    }

    /** Fields: {@code outcome} MERGED or KEPT_APART. */
    private static final class Compare extends MatchTask {

        private final Merger merger;

        Compare(MatchRows matches, Merger merger) {
            super("compare-people", Role.STAFF, matches);
            this.merger = merger;
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

    /** A step failed again and again and was parked; deciding tries it again. */
    private static final class Incident extends MatchTask {

        Incident(MatchRows matches) {
            super("match-incident", Role.PRIVACY_OFFICER, matches);
        }

        @Override
        public Map<String, String> decide(UUID id, Map<String, Object> fields, Actor actor) {
            return Map.of("outcome", "RETRY");
        }
    }
}
