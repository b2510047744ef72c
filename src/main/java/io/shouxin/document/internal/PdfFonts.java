package io.shouxin.document.internal;

import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The embedded fonts and the choice among them: Noto Sans SC, then Noto Emoji, then the code point in brackets, so that
 * no character of a name can vanish. Loaded at first use: a firm that prints nothing pays nothing.
 */
public final class PdfFonts {

    /** A stretch of text that one font can set. */
    record Run(String text, BaseFont font) {}

    private record Loaded(BaseFont regular, BaseFont bold, BaseFont emoji) {}

    private volatile @Nullable Loaded loaded;

    BaseFont regular() {
        return fonts().regular;
    }

    BaseFont bold() {
        return fonts().bold;
    }

    /** Cuts text into runs; controls, joiners and direction marks are left out, other spaces become a space. */
    List<Run> runs(String text, boolean bold) {
        Loaded fonts = fonts();
        BaseFont main = bold ? fonts.bold : fonts.regular;
        List<Run> runs = new ArrayList<>();
        StringBuilder pending = new StringBuilder();
        BaseFont current = main;
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        for (int i = 0; i < composed.length(); ) {
            int point = composed.codePointAt(i);
            i += Character.charCount(point);
            if (isLeftOut(point)) {
                continue;
            }
            BaseFont font = main;
            String shown;
            if (point == '\n') {
                shown = "\n";
            } else if (point == '\t' || Character.isSpaceChar(point) && !main.charExists(point)) {
                shown = " ";
            } else if (main.charExists(point)) {
                shown = Character.toString(point);
            } else if (fonts.emoji.charExists(point)) {
                font = fonts.emoji;
                shown = Character.toString(point);
            } else {
                shown = String.format(Locale.ROOT, "[U+%04X]", point);
            }
            if (font != current && !pending.isEmpty()) {
                runs.add(new Run(pending.toString(), current));
                pending.setLength(0);
            }
            current = font;
            pending.append(shown);
        }
        if (!pending.isEmpty()) {
            runs.add(new Run(pending.toString(), current));
        }
        return runs;
    }

    private static boolean isLeftOut(int point) {
        boolean variationSelector = point >= 0xFE00 && point <= 0xFE0F || point >= 0xE0100 && point <= 0xE01EF;
        boolean control = Character.isISOControl(point) && point != '\n' && point != '\t';
        return variationSelector || control || Character.getType(point) == Character.FORMAT;
    }

    private Loaded fonts() {
        Loaded fonts = loaded;
        if (fonts == null) {
            synchronized (this) {
                fonts = loaded;
                if (fonts == null) {
                    fonts = new Loaded(
                            load("NotoSansSC-Regular.ttf"), load("NotoSansSC-Bold.ttf"), load("NotoEmoji-Regular.ttf"));
                    loaded = fonts;
                }
            }
        }
        return fonts;
    }

    private static BaseFont load(String file) {
        try (InputStream in = PdfFonts.class.getResourceAsStream("/fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("font " + file + " is not packaged; the Maven build fetches it");
            }
            return BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, in.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DocumentException e) {
            throw new IllegalStateException("font " + file + " cannot be embedded", e);
        }
    }
}
