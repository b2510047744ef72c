package io.shouxin.document.internal;

import com.google.zxing.common.BitMatrix;
import com.lowagie.text.Element;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfTemplate;
import io.shouxin.document.QrCodes;

/** Vector drawings that pages share. */
final class Drawings {

    static final float MARK_SIZE = 32;

    private Drawings() {}

    /** The brand: a red seal with 信. */
    static PdfTemplate mark(PdfContentByte canvas, Typesetter type) {
        PdfTemplate mark = canvas.createTemplate(MARK_SIZE, MARK_SIZE);
        mark.setColorFill(Tone.SEAL.color());
        mark.roundRectangle(0, 0, MARK_SIZE, MARK_SIZE, 6);
        mark.fill();
        Phrase character = type.phrase("信", new Style(21, true, Tone.WHITE));
        ColumnText.showTextAligned(mark, Element.ALIGN_CENTER, character, MARK_SIZE / 2, 8.2f, 0);
        return mark;
    }

    static PdfTemplate qr(PdfContentByte canvas, String url, float size) {
        BitMatrix modules = QrCodes.modules(url);
        float module = size / modules.getWidth();
        PdfTemplate code = canvas.createTemplate(size, size);
        code.setColorFill(Tone.INK.color());
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    code.rectangle(x * module, size - (y + 1) * module, module, module);
                }
            }
        }
        code.fill();
        return code;
    }
}
