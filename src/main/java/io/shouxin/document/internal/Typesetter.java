package io.shouxin.document.internal;

import com.lowagie.text.Chunk;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import io.shouxin.shared.Texts;

/** Turns strings into phrases: fonts, line breaks, and a limit that keeps one long text from filling a binder. */
final class Typesetter {

    static final int LINE_LIMIT = 1_000;
    static final int NOTE_LIMIT = 8_000;

    private final PdfFonts fonts;
    private final Texts texts;

    Typesetter(PdfFonts fonts, Texts texts) {
        this.fonts = fonts;
        this.texts = texts;
    }

    Phrase phrase(String text, Style style) {
        return phrase(text, style, LINE_LIMIT);
    }

    Phrase phrase(String text, Style style, int limit) {
        Phrase phrase = new Phrase(style.leading());
        append(phrase, text, style, limit);
        return phrase;
    }

    void append(Phrase phrase, String text, Style style, int limit) {
        for (PdfFonts.Run run : fonts.runs(quoted(cut(text, limit)), style.bold())) {
            Chunk chunk = new Chunk(
                    run.text(),
                    new Font(run.font(), style.size(), Font.NORMAL, style.tone().color()));
            chunk.setSplitCharacter(LineBreaks.INSTANCE);
            phrase.add(chunk);
        }
    }

    /** The typographic quotes of a Chinese font are as wide as a character: in English they would tear a word apart. */
    private String quoted(String text) {
        return texts.isChinese()
                ? text
                : text.replace('\u2018', '\'')
                        .replace('\u2019', '\'')
                        .replace('\u201c', '"')
                        .replace('\u201d', '"');
    }

    private String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        int omitted = text.codePointCount(end, text.length());
        return text.substring(0, end) + texts.get("document.cut", omitted);
    }
}
