package io.shouxin.request.internal;

import io.shouxin.record.Category;
import io.shouxin.request.Proof;
import io.shouxin.request.ProofRules;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The proof of identity that a request needs: the strongest that one of its records asks for. */
@Component
class NeededProof {

    private final DecisionProposer proposer;
    private final ProofRules rules;

    NeededProof(DecisionProposer proposer, ProofRules rules) {
        this.proposer = proposer;
        this.rules = rules;
    }

    /** Of a stranger, or where nothing is held, the code that reaches them. */
    Proof of(@Nullable UUID subject, @Nullable Set<Category> categories) {
        return subject == null
                ? Proof.CODE
                : proposer.inScope(subject, categories).stream()
                        .map(record -> rules.neededFor(record.classification().name()))
                        .max(Comparator.naturalOrder())
                        .orElse(Proof.CODE);
    }
}
