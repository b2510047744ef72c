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
 * @param claim a concrete claim that is open and that this record could prove, null where there is none
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
        @Nullable Claim claim,
        @Nullable Kept kept) {

    /**
     * What a person decided in an earlier case where the rules left it open.
     *
     * @param until last day of keeping
     * @param reference number of that case
     */
    public record Kept(LocalDate until, String reference) {}

    /**
     * @param kindKey what it is about, a key of the bundles
     * @param reference the firm's own number of the matter
     * @param reviewOn when it must be looked at again whether it is still open
     */
    public record Claim(String kindKey, String reference, LocalDate reviewOn) {}

    public RetentionFacts {
        if (category.isBlank() || classification.isBlank() || jurisdiction.isBlank()) {
            throw new IllegalArgumentException(
                    "Record " + recordId + " lacks category, classification or jurisdiction");
        }
        otherDeals = List.copyOf(otherDeals);
    }

    /**
     * The same with every deal of which a beginning and no end is known taken as running: nobody knows that it is over, and what it
     * needs may be used until somebody does.
     */
    public RetentionFacts withOpenEndsRunning() {
        return new RetentionFacts(
                recordId,
                category,
                classification,
                jurisdiction,
                running(deal),
                otherDeals.stream().map(RetentionFacts::running).toList(),
                recordedOn,
                lastContactOn,
                sealed,
                sealReference,
                claim,
                kept);
    }

    private static DealFacts running(DealFacts deal) {
        return deal.signedOn() == null || deal.endedOn() != null
                ? deal
                : new DealFacts(deal.sector(), deal.type(), deal.signedOn(), null, true);
    }

    /** The deals whose rules bear on this record. */
    List<DealFacts> relevantDeals() {
        List<DealFacts> deals = new ArrayList<>();
        deals.add(deal);
        deals.addAll(otherDeals);
        return deals;
    }
}
