package io.shouxin.record.imports;

import java.util.Locale;
import java.util.Set;

/** Reads yes and no columns. What comes out is what somebody typed, never a consent. */
public final class ClaimNormaliser {

    /** What a cell claims. */
    public enum Claim {
        YES,
        NO,
        /** Said, not written: 口头同意. */
        ORAL
    }

    private static final Set<String> YES = Set.of(
            "是", "有", "同意", "已同意", "已签", "已签署", "已授权", "授权", "书面同意", "y", "yes", "true", "1", "√", "✓", "✔", "对", "ok",
            "需要");
    private static final Set<String> NO = Set.of(
            "否", "无", "没有", "不同意", "未同意", "未签", "未授权", "拒绝", "不", "n", "no", "false", "0", "×", "x", "✗", "✘", "不需要");

    private ClaimNormaliser() {}

    public static Normalised<Claim> normalise(String text) {
        String plain = Chars.withoutSpaces(Chars.halfWidth(text)).toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || plain.equals("-")) {
            return Normalised.nothing();
        }
        if (YES.contains(plain)) {
            return Normalised.of(Claim.YES);
        }
        if (NO.contains(plain)) {
            return Normalised.of(Claim.NO);
        }
        return plain.contains("口头") && !plain.contains("不")
                ? Normalised.of(Claim.ORAL)
                : Normalised.rejected(ProblemCode.CLAIM_UNCLEAR);
    }
}
