package io.shouxin.request.internal;

import io.shouxin.record.Purpose;
import io.shouxin.record.RecordGate;
import io.shouxin.record.Records;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RunningContracts;
import io.shouxin.retention.Strength;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The retention table says what a contract needs (strength N), the gate whether a hold stands against using it. A contract whose end
 * nobody knows is not stopped on a guess (docs/adr/0011).
 */
@Component
class ContractNeeds implements RunningContracts {

    private final DecisionProposer proposer;
    private final Records records;
    private final RecordGate gate;

    ContractNeeds(DecisionProposer proposer, Records records, RecordGate gate) {
        this.proposer = proposer;
        this.records = records;
        this.gate = gate;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<UUID> usable(UUID subject) {
        Set<UUID> needed = proposer.standingInDoubtRunning(subject).stream()
                .filter(decision -> decision.proposed().strength() == Strength.N)
                .map(RecordDecision::recordId)
                .collect(Collectors.toCollection(HashSet::new));
        needed.removeAll(
                gate.refusals(records.byIds(needed), Purpose.RUNNING_CONTRACT).keySet());
        return Set.copyOf(needed);
    }
}
