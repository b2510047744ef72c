package io.shouxin.record;

/**
 * Where a row stands in a list.
 *
 * @param sheet the sheet's place among those that are read, from 0
 * @param row the number beside the row in the spreadsheet program
 */
public record RowPlace(int sheet, int row) {}
