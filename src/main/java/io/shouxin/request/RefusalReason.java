package io.shouxin.request;

/**
 * A coded reason for refusing (law.md §8 D3).
 *
 * @param code R1 to R15
 * @param textKey the sentence for the letter in the bundles
 * @param needsText whether the reason says too little without words about this case
 */
public record RefusalReason(String code, String legalSource, String certainty, String textKey, boolean needsText) {}
