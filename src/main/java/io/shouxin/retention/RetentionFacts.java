package io.shouxin.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the decision about one record needs to know: codes and dates, no personal data.
 *
 * @param category name of the record's category
 * @param classification name of the record's classification
 * @param jurisdiction CN, or the code of another law
 * @param deal the deal the record itself belongs to. The dates of a worker's record are those of the contract between worker and
 *     firm, never of a client's contract
 * @param otherDeals the other deals that bear on the record: those of the same person, for data that belong to the person and not to one
 *     deal, since these are kept as long as any deal demands
 * @param sealReference number of the dispute whose seal lies on the record
 * @param openClaim whether a concrete claim that this record could prove is open
 * @param kept that an earlier case keeps the record, null where none does
 */
public record RetentionFacts(
        UUID recordId,
        String category,
        String classification,
        String jurisdiction,
        DealFacts deal,
        List<DealFacts> otherDeals,
        @Nullable LocalDate recordedOn,
        @Nullable LocalDate lastContactOn,
        boolean sealed,
        @Nullable String sealReference,
        boolean openClaim,
        @Nullable Kept kept) {

    /**
     * What a person decided in an earlier case where the rules left it open.
     *
     * @param until last day of keeping
     * @param reference number of that case
     */
    public record Kept(LocalDate until, String reference) {}

    public RetentionFacts {
        if (category.isBlank() || classification.isBlank() || jurisdiction.isBlank()) {
            throw new IllegalArgumentException(
                    "Record " + recordId + " lacks category, classification or jurisdiction");
        }
        otherDeals = List.copyOf(otherDeals);
    }

    /** A record under Chinese law that nothing special is known about. */
    public static RetentionFacts of(UUID recordId, String category, String classification, DealFacts deal) {
        return new RetentionFacts(
                recordId, category, classification, "CN", deal, List.of(), null, null, false, null, false, null);
    }

    public RetentionFacts withOtherDeals(List<DealFacts> deals) {
        return new RetentionFacts(
                recordId,
                category,
                classification,
                jurisdiction,
                deal,
                deals,
                recordedOn,
                lastContactOn,
                sealed,
                sealReference,
                openClaim,
                kept);
    }

    public RetentionFacts recorded(@Nullable LocalDate on, @Nullable LocalDate lastContact) {
        return new RetentionFacts(
                recordId,
                category,
                classification,
                jurisdiction,
                deal,
                otherDeals,
                on,
                lastContact,
                sealed,
                sealReference,
                openClaim,
                kept);
    }

    public RetentionFacts sealedBy(@Nullable String reference) {
        return new RetentionFacts(
                recordId,
                category,
                classification,
                jurisdiction,
                deal,
                otherDeals,
                recordedOn,
                lastContactOn,
                true,
                reference,
                openClaim,
                kept);
    }

    public RetentionFacts withOpenClaim() {
        return new RetentionFacts(
                recordId,
                category,
                classification,
                jurisdiction,
                deal,
                otherDeals,
                recordedOn,
                lastContactOn,
                sealed,
                sealReference,
                true,
                kept);
    }

    public RetentionFacts under(String law) {
        return new RetentionFacts(
                recordId,
                category,
                classification,
                law,
                deal,
                otherDeals,
                recordedOn,
                lastContactOn,
                sealed,
                sealReference,
                openClaim,
                kept);
    }

    public RetentionFacts keptUntil(LocalDate day, String reference) {
        return new RetentionFacts(
                recordId,
                category,
                classification,
                jurisdiction,
                deal,
                otherDeals,
                recordedOn,
                lastContactOn,
                sealed,
                sealReference,
                openClaim,
                new Kept(day, reference));
    }

    /** The deals whose rules bear on this record. */
    List<DealFacts> relevantDeals() {
        List<DealFacts> deals = new ArrayList<>();
        deals.add(deal);
        deals.addAll(otherDeals);
        return deals;
    }
}
