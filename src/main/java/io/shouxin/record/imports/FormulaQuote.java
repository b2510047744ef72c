package io.shouxin.record.imports;

/**
 * The apostrophe in front of a cell that a spreadsheet program would run as a formula (OWASP CSV injection). A cell that already stands
 * behind apostrophes gets one more, so that taking one off gives back every cell as it was.
 */
public final class FormulaQuote {

    private static final String STARTS = "=+-@\t\r＝＋－＠";

    private FormulaQuote() {}

    public static String put(String cell) {
        return isRisky(cell) ? "'" + cell : cell;
    }

    public static String takenOff(String cell) {
        return cell.startsWith("'") && isRisky(cell) ? cell.substring(1) : cell;
    }

    private static boolean isRisky(String cell) {
        int start = 0;
        while (start < cell.length() && cell.charAt(start) == '\'') {
            start++;
        }
        return start < cell.length() && STARTS.indexOf(cell.charAt(start)) >= 0;
    }
}
