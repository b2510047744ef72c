package io.shouxin.workflow.decision;

import io.shouxin.retention.DealFacts;
import io.shouxin.retention.RetentionFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is known of a record, said step by step; each step leaves the one before as it was. */
final class KnownFacts {

    private final UUID record;
    private final String category;
    private final String classification;
    private final DealFacts deal;
    private String law = "CN";
    private List<DealFacts> otherDeals = List.of();
    private @Nullable LocalDate recordedOn;
    private @Nullable LocalDate lastContactOn;
    private boolean sealed;
    private @Nullable String sealReference;
    private RetentionFacts.@Nullable Claim claim;
    private RetentionFacts.@Nullable Kept kept;

    /** A record under Chinese law that nothing special is known about. */
    KnownFacts(String category, String classification, DealFacts deal) {
        this(UUID.randomUUID(), category, classification, deal);
    }

    private KnownFacts(UUID record, String category, String classification, DealFacts deal) {
        this.record = record;
        this.category = category;
        this.classification = classification;
        this.deal = deal;
    }

    RetentionFacts facts() {
        return new RetentionFacts(
                record,
                category,
                classification,
                law,
                deal,
                otherDeals,
                recordedOn,
                lastContactOn,
                sealed,
                sealReference,
                claim,
                kept);
    }

    KnownFacts withOtherDeals(List<DealFacts> deals) {
        return and(facts -> facts.otherDeals = deals);
    }

    KnownFacts recorded(@Nullable LocalDate on, @Nullable LocalDate lastContact) {
        return and(facts -> {
            facts.recordedOn = on;
            facts.lastContactOn = lastContact;
        });
    }

    KnownFacts sealedBy(@Nullable String reference) {
        return and(facts -> {
            facts.sealed = true;
            facts.sealReference = reference;
        });
    }

    KnownFacts withOpenClaim() {
        return withOpenClaim(LocalDate.of(2099, 1, 31));
    }

    KnownFacts withOpenClaim(LocalDate reviewOn) {
        return and(facts -> facts.claim = new RetentionFacts.Claim("ClaimKind.UNPAID_FEE", "TS-2026-12", reviewOn));
    }

    KnownFacts under(String otherLaw) {
        return and(facts -> facts.law = otherLaw);
    }

    KnownFacts keptUntil(LocalDate day, String reference) {
        return and(facts -> facts.kept = new RetentionFacts.Kept(day, reference));
    }

    private KnownFacts and(Consumer<KnownFacts> step) {
        KnownFacts next = new KnownFacts(record, category, classification, deal);
        next.law = law;
        next.otherDeals = otherDeals;
        next.recordedOn = recordedOn;
        next.lastContactOn = lastContactOn;
        next.sealed = sealed;
        next.sealReference = sealReference;
        next.claim = claim;
        next.kept = kept;
        step.accept(next);
        return next;
    }
}
