package io.shouxin.system;

import io.shouxin.effect.Effect;
import io.shouxin.effect.Effects;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.Failpoints;
import io.shouxin.shared.Actor;
import io.shouxin.system.HoldingSystem.Receipt;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way in which records leave a system, for a client's case and for a sweep: planned, sent, confirmed as an effect, so that a
 * crash at any point completes exactly once, with its evidence, and verified.
 */
@Component
public class Erasures {

    private static final String KIND = "ERASE";

    private final Effects effects;
    private final HoldingSystems systems;
    private final EvidenceLog evidence;
    private final Failpoints failpoints;

    public Erasures(Effects effects, HoldingSystems systems, EvidenceLog evidence, Failpoints failpoints) {
        this.effects = effects;
        this.systems = systems;
        this.evidence = evidence;
        this.failpoints = failpoints;
    }

    /** Plans the next attempt of a case at a system. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void plan(UUID caseId, String system, Collection<UUID> records) {
        effects.planNext(caseId + ":erase:" + system + ":", KIND, caseId, system);
        evidence.append(EvidenceEvent.of(EvidenceKind.ERASURE_PLANNED, Actor.SYSTEM)
                .caseId(caseId)
                .target("system", system)
                .detail("records", records.size())
                .build());
        failpoints.pass("erasure-planned");
    }

    /**
     * Sends the attempt that was planned last, or finds out what an earlier, interrupted run has sent.
     *
     * @param wanted what to erase; asked only if it is sent now
     * @return what the system reported, empty if that was written down before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Receipt> dispatch(UUID caseId, String system, Supplier<HoldingSystem.Wanted> wanted) {
        Effect effect = attempts(caseId, system).reduce((first, last) -> last).orElseThrow();
        String key = effect.key();
        if (effect.state() == Effect.State.CONFIRMED) {
            return Optional.empty();
        }
        HoldingSystem target = systems.get(system);
        Optional<Receipt> earlier =
                effect.state() == Effect.State.SENT_UNKNOWN ? target.receipt(key) : Optional.empty();
        Receipt receipt = earlier.orElseGet(() -> send(caseId, target, key, wanted.get()));
        failpoints.pass("erasure-sent");
        effects.confirmed(key);
        evidence.append(EvidenceEvent.of(EvidenceKind.ERASURE_CONFIRMED, Actor.SYSTEM)
                .caseId(caseId)
                .target("system", system)
                .detail("erased", receipt.erased())
                .detail("refused", receipt.refused())
                .build());
        return Optional.of(receipt);
    }

    private Receipt send(UUID caseId, HoldingSystem target, String key, HoldingSystem.Wanted wanted) {
        failpoints.pass("before-sending");
        effects.sending(key);
        failpoints.pass("sending-noted");
        return target.erase(new HoldingSystem.EraseOrder(key, caseId, wanted));
    }

    /** Whether nothing is left in the system of what was to be erased. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean verify(UUID caseId, String system, Set<UUID> records) {
        boolean nothingLeft = systems.get(system).remaining(records) == 0;
        evidence.append(EvidenceEvent.of(EvidenceKind.ERASURE_VERIFIED, Actor.SYSTEM)
                .caseId(caseId)
                .target("system", system)
                .outcome(nothingLeft ? "NOTHING_LEFT" : "SOMETHING_LEFT")
                .build());
        return nothingLeft;
    }

    private Stream<Effect> attempts(UUID caseId, String system) {
        return effects.ofCase(caseId).stream()
                .filter(effect -> effect.kind().equals(KIND) && effect.target().equals(system));
    }
}
