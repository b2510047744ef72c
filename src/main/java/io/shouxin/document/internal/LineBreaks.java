package io.shouxin.document.internal;

import com.lowagie.text.SplitCharacter;
import com.lowagie.text.pdf.PdfChunk;

/**
 * Where a line may end: at spaces, and beside Chinese characters unless that would put a closing mark at the start of a
 * line or an opening mark at its end (避头尾, GB/T 15834).
 */
final class LineBreaks implements SplitCharacter {

    static final LineBreaks INSTANCE = new LineBreaks();

    private static final String NEVER_FIRST = "，。：；、！？）》〉」』】〕”’…—·％,.;:!?)]}%";
    private static final String NEVER_LAST = "（《〈「『【〔“‘([{";

    private LineBreaks() {}

    @Override
    public boolean isSplitCharacter(int start, int current, int end, char[] text, PdfChunk[] chunks) {
        char here = text[current];
        if (here <= ' ') {
            return true;
        }
        if (current + 1 >= end) {
            return isWide(here) && NEVER_LAST.indexOf(here) < 0;
        }
        char next = text[current + 1];
        if (NEVER_FIRST.indexOf(next) >= 0 || NEVER_LAST.indexOf(here) >= 0) {
            return false;
        }
        return here == '/' || isWide(here) || isWide(next);
    }

    private static boolean isWide(char c) {
        return c >= '\u2e80' && c < '\ufb00' && !Character.isHighSurrogate(c) || c >= '\uff00';
    }
}
