package io.shouxin.document.internal;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.ExceptionConverter;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import io.shouxin.document.Verification;
import io.shouxin.shared.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page has: a short head from the second page on, and the foot with code, QR code and page x of y. A draft says at the top of
 * every page that it is one.
 */
final class PageFrame extends PdfPageEventHelper {

    /**
     * @param label what the code is
     * @param hint what the QR code is for
     */
    record Foot(String label, String code, String hint, String url) {

        /** Where anybody can check the paper. */
        static Foot of(Verification check, Texts texts) {
            return new Foot(
                    texts.get("document.verify.label"), check.code(), texts.get("document.verify.scan"), check.url());
        }
    }

    private static final Style DRAFT = new Style(13, true, Tone.SEAL);
    private static final float QR_SIZE = 50;
    private static final float PAGE_LABEL_WIDTH = 120;

    private final Typesetter type;
    private final Texts texts;
    private final String runningHead;
    private final @Nullable Foot foot;
    private final List<PdfTemplate> pageLabels = new ArrayList<>();
    private @Nullable PdfTemplate mark;
    private @Nullable PdfTemplate qr;

    /** @param foot null for a draft: every page says so at its top, and nothing invites to check it */
    PageFrame(Typesetter type, Texts texts, String runningHead, @Nullable Foot foot) {
        this.type = type;
        this.texts = texts;
        this.runningHead = runningHead;
        this.foot = foot;
    }

    PdfTemplate mark(PdfWriter writer) {
        PdfTemplate drawn = mark;
        if (drawn == null) {
            drawn = Drawings.mark(writer.getDirectContent(), type);
            mark = drawn;
        }
        return drawn;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        try {
            PdfContentByte canvas = writer.getDirectContent();
            if (writer.getPageNumber() > 1) {
                drawHead(canvas, writer, document);
            }
            if (foot == null) {
                drawDraft(canvas, document);
            }
            drawFoot(canvas, document);
        } catch (DocumentException e) {
            throw new ExceptionConverter(e);
        }
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        for (int i = 0; i < pageLabels.size(); i++) {
            Phrase label = type.phrase(
                    texts.get("document.page", String.valueOf(i + 1), String.valueOf(pageLabels.size())), Style.SMALL);
            ColumnText.showTextAligned(pageLabels.get(i), Element.ALIGN_RIGHT, label, PAGE_LABEL_WIDTH, 3, 0);
        }
    }

    private void drawHead(PdfContentByte canvas, PdfWriter writer, Document document) throws DocumentException {
        float y = document.getPageSize().getHeight() - 44;
        canvas.addTemplate(mark(writer), 0.5f, 0, 0, 0.5f, document.left(), y - 4);
        ColumnText head = new ColumnText(canvas);
        head.setSimpleColumn(document.left() + 22, y - 6, document.right(), y + 14);
        head.setLeading(Style.SMALL.leading());
        head.addText(type.phrase(runningHead, Style.SMALL, 120));
        head.go();
        rule(canvas, document, y - 10, 0.5f, Tone.LINE);
    }

    private void drawFoot(PdfContentByte canvas, Document document) throws DocumentException {
        float top = document.bottom() - 16;
        rule(canvas, document, top, 0.9f, Tone.ACT);
        if (foot != null) {
            drawCode(canvas, document, foot, top);
        }
        PdfTemplate label = canvas.createTemplate(PAGE_LABEL_WIDTH, 14);
        pageLabels.add(label);
        canvas.addTemplate(label, document.right() - QR_SIZE - 14 - PAGE_LABEL_WIDTH, top - 15);
    }

    private void drawDraft(PdfContentByte canvas, Document document) {
        ColumnText.showTextAligned(
                canvas,
                Element.ALIGN_CENTER,
                type.phrase(texts.get("document.draft"), DRAFT),
                (document.left() + document.right()) / 2,
                document.getPageSize().getHeight() - 24,
                0);
    }

    private void drawCode(PdfContentByte canvas, Document document, Foot foot, float top) throws DocumentException {
        PdfTemplate code = qr;
        if (code == null) {
            code = Drawings.qr(canvas, foot.url, QR_SIZE);
            qr = code;
        }
        canvas.addTemplate(code, document.right() - QR_SIZE, top - 8 - QR_SIZE);

        ColumnText left = new ColumnText(canvas);
        float right = document.right() - QR_SIZE - PAGE_LABEL_WIDTH - 8;
        left.setSimpleColumn(document.left(), top - 66, right, top - 3);
        left.setLeading(Style.SMALL.leading());
        Phrase words = type.phrase(foot.label + "  ", Style.SMALL);
        type.append(words, foot.code, Style.SMALL_STRONG, 60);
        type.append(words, "\n" + foot.hint + "\n", Style.SMALL, 200);
        type.append(words, foot.url, Style.SMALL, 300);
        left.addText(words);
        left.go();
    }

    private static void rule(PdfContentByte canvas, Document document, float y, float width, Tone tone) {
        canvas.saveState();
        canvas.setLineWidth(width);
        canvas.setColorStroke(tone.color());
        canvas.moveTo(document.left(), y);
        canvas.lineTo(document.right(), y);
        canvas.stroke();
        canvas.restoreState();
    }
}
