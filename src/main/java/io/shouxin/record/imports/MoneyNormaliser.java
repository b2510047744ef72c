package io.shouxin.record.imports;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads amounts as yuan. "面议" is an answer, not a mistake. */
public final class MoneyNormaliser {

    private static final String NUMBER = "([¥￥$]?\\s*)(\\d+(?:\\.\\d+)?)\\s*(万|w|W|千|亿)?";
    private static final Pattern ONE = Pattern.compile(NUMBER + "\\s*(?:元|块|/月|每月|/平米?)*");
    private static final Pattern RANGE = Pattern.compile(NUMBER + "\\s*元?\\s*[-~至到—–]+\\s*" + NUMBER + "\\s*元?");
    private static final Set<String> WORDS = Set.of("面议", "电议", "待定", "不限", "无", "未定", "-", "议价");

    private MoneyNormaliser() {}

    /**
     * The amount as a plain decimal number of yuan, a range as two with a hyphen, or the word as it is.
     *
     * @param unit what the column's header multiplies by (万元: 10000), unless the cell has its own unit
     */
    public static Normalised<String> normalise(String text, int unit) {
        String plain = Chars.trim(Chars.halfWidth(text)).replace(",", "").replaceAll("^['‘’`]+", "");
        if (plain.isEmpty()) {
            return Normalised.nothing();
        }
        if (WORDS.contains(plain)) {
            return Normalised.of(plain);
        }
        Matcher one = ONE.matcher(plain);
        if (one.matches()) {
            return Normalised.of(yuan(one.group(2), one.group(3), unit));
        }
        Matcher range = RANGE.matcher(plain);
        if (range.matches()) {
            String ownUnit = range.group(3) == null ? range.group(6) : range.group(3);
            return Normalised.of(
                    yuan(range.group(2), ownUnit, unit) + "-" + yuan(range.group(5), range.group(6), unit));
        }
        return Normalised.of(text, ProblemCode.MONEY_KEPT_AS_TEXT);
    }

    private static String yuan(String number, @org.jspecify.annotations.Nullable String ownUnit, int unit) {
        int factor = ownUnit == null
                ? unit
                : switch (ownUnit) {
                    case "千" -> 1_000;
                    case "亿" -> 100_000_000;
                    default -> 10_000;
                };
        return new BigDecimal(number)
                .multiply(BigDecimal.valueOf(factor))
                .stripTrailingZeros()
                .toPlainString();
    }
}
