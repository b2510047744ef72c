package io.shouxin.setup;

/**
 * Which duties follow from the number of people whose data the firm handles.
 *
 * @param code the row of the table
 * @param textKey key of the sentence that says what follows
 * @param source as a lawyer cites it
 * @param certainty how well we know it
 */
public record ScaleTier(String code, String textKey, String source, String certainty) {}
