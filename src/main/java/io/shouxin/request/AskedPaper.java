package io.shouxin.request;

/**
 * A row of the table of papers: one way to show one need.
 *
 * @param ruleId the row
 * @param source the law it rests on
 * @param certainty how sure it is that the law asks for it
 */
public record AskedPaper(Need need, Paper paper, String ruleId, String source, String certainty) {}
