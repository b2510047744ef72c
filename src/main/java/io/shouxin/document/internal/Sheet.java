package io.shouxin.document.internal;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfBoolean;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import io.shouxin.document.Letterhead;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.Texts;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One document on A4: the blocks that letters, receipts and certificates are made of. */
final class Sheet {

    private static final float SIDE = 62;
    /** Below the short head that every page but the first has. */
    private static final float TOP = 68;

    private static final float TOP_OF_FIRST = 46;
    private static final float BOTTOM = 102;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Document document = new Document(PageSize.A4, SIDE, SIDE, TOP_OF_FIRST, BOTTOM);
    private final PdfWriter writer = PdfWriter.getInstance(document, out);
    private final Typesetter type;
    private final PageFrame frame;

    /**
     * @param foot null for a draft
     * @param issuedAt the only time in the file: a document says when it was issued, not when it was drawn
     */
    Sheet(
            Texts texts,
            PdfFonts fonts,
            Letterhead head,
            String title,
            String reference,
            PageFrame.@Nullable Foot foot,
            Instant issuedAt) {
        type = new Typesetter(fonts, texts);
        frame = new PageFrame(type, texts, head.firmName() + "  ·  " + title + "  ·  " + reference, foot);
        writer.setPageEvent(frame);
        document.addTitle(title + " " + reference);
        document.addAuthor(head.firmName());
        document.addCreator("Shouxin");
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(texts.isChinese() ? "zh-CN" : "en"));
        writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
        document.open();
        document.setMargins(SIDE, SIDE, TOP, BOTTOM); // from the second page on
        writer.getInfo()
                .put(PdfName.CREATIONDATE, new PdfDate(GregorianCalendar.from(issuedAt.atZone(ChinaTime.ZONE))));
        letterhead(head);
        Paragraph heading = new Paragraph(type.phrase(title, Style.TITLE));
        heading.setLeading(Style.TITLE.size() * 1.3f);
        heading.setSpacingBefore(22);
        document.add(heading);
        Paragraph number = new Paragraph(type.phrase(reference, Style.REFERENCE));
        number.setLeading(Style.REFERENCE.leading());
        number.setSpacingAfter(12);
        document.add(number);
    }

    void paragraph(String text) {
        paragraph(text, Style.BODY, Typesetter.LINE_LIMIT);
    }

    void strong(String text) {
        paragraph(text, Style.STRONG, Typesetter.LINE_LIMIT);
    }

    void small(String text) {
        paragraph(text, Style.SMALL, Typesetter.LINE_LIMIT);
    }

    /** Free text of a person: longer than other paragraphs, but not endless. */
    void note(String text) {
        paragraph(text, Style.BODY, Typesetter.NOTE_LIMIT);
    }

    private void paragraph(String text, Style style, int limit) {
        Phrase phrase = type.phrase(text, style, limit);
        if (limit > Typesetter.LINE_LIMIT) {
            Paragraph paragraph = spaced(new Paragraph(phrase), style);
            paragraph.setSpacingAfter(6);
            document.add(paragraph);
        } else {
            PdfPTable block = table(1);
            block.setSpacingAfter(5);
            block.addCell(bare(cell(phrase, style)));
            document.add(block);
        }
    }

    /** The answer in one box, before anything else; a second line in smaller type may be empty. */
    void summary(String text, String support) {
        PdfPTable box = table(1);
        box.setSpacingBefore(4);
        box.setSpacingAfter(12);
        PdfPCell cell = cell(type.phrase(text, Style.SUMMARY), Style.SUMMARY);
        if (!support.isEmpty()) {
            cell.addElement(spaced(new Paragraph(type.phrase(support, Style.LABEL)), Style.LABEL));
        }
        cell.setBackgroundColor(Tone.ACT_SOFT.color());
        cell.setBorder(Rectangle.LEFT);
        cell.setBorderWidthLeft(3);
        cell.setBorderColorLeft(Tone.ACT.color());
        cell.setPaddingLeft(14);
        cell.setPaddingRight(14);
        cell.setPaddingTop(6);
        cell.setPaddingBottom(11);
        box.addCell(cell);
        document.add(box);
    }

    void facts(List<Fact> facts) {
        PdfPTable grid = table(2);
        grid.setWidths(new float[] {24, 76});
        grid.setSpacingAfter(8);
        for (Fact fact : facts) {
            if (!fact.value().isEmpty()) {
                grid.addCell(hairline(cell(type.phrase(fact.label(), Style.LABEL), Style.LABEL)));
                grid.addCell(hairline(cell(type.phrase(fact.value(), Style.BODY), Style.BODY)));
            }
        }
        document.add(grid);
    }

    void section(String title) {
        section(title, 84);
    }

    /** @param room how much of what follows must fit under the heading; else both stand on the next page */
    void section(String title, float room) {
        if (writer.getVerticalPosition(false) < document.bottom() + room) {
            document.newPage();
        }
        Paragraph heading = new Paragraph(type.phrase(title, Style.SECTION));
        heading.setLeading(Style.SECTION.leading());
        heading.setSpacingBefore(10);
        heading.setSpacingAfter(4);
        document.add(heading);
    }

    void bullets(List<String> lines) {
        listed(lines, false);
    }

    void steps(List<String> lines) {
        listed(lines, true);
    }

    private void listed(List<String> lines, boolean numbered) {
        PdfPTable list = list(lines, numbered);
        list.setSpacingAfter(6);
        document.add(list);
    }

    private PdfPTable list(List<String> lines, boolean numbered) {
        PdfPTable list = table(2);
        list.setWidths(new float[] {4, 96});
        for (int i = 0; i < lines.size(); i++) {
            String sign = numbered ? (i + 1) + "." : "•";
            list.addCell(bare(cell(type.phrase(sign, Style.BODY.in(Tone.ACT)), Style.BODY)));
            list.addCell(bare(cell(type.phrase(lines.get(i), Style.BODY), Style.BODY)));
        }
        return list;
    }

    void table(float[] widths, List<String> heads, List<List<Cell>> rows) {
        PdfPTable grid = table(widths.length);
        grid.setWidths(widths);
        grid.setHeaderRows(1);
        grid.setSpacingBefore(2);
        grid.setSpacingAfter(8);
        for (String head : heads) {
            PdfPCell cell = cell(type.phrase(head, Style.CELL_HEAD), Style.CELL_HEAD);
            cell.setBackgroundColor(Tone.SUNK.color());
            cell.setBorder(Rectangle.NO_BORDER);
            pad(cell, 7, 3, 7);
            grid.addCell(cell);
        }
        for (List<Cell> row : rows) {
            for (Cell content : row) {
                PdfPCell cell = cell(type.phrase(content.text(), content.style()), content.style());
                if (!content.support().isEmpty()) {
                    cell.addElement(spaced(new Paragraph(type.phrase(content.support(), Style.SMALL)), Style.SMALL));
                }
                hairline(cell);
                pad(cell, 7, 2, 7);
                grid.addCell(cell);
            }
        }
        document.add(grid);
    }

    /** The last section with whoever signs, in one piece: a signature never stands alone on a page. */
    void closing(String title, List<String> lines, String firm, String date) {
        PdfPTable block = table(1);
        block.setKeepTogether(true);
        block.setSpacingBefore(10);
        block.addCell(bare(cell(type.phrase(title, Style.SECTION), Style.SECTION)));
        block.addCell(bare(new PdfPCell(list(lines, false))));
        for (Phrase line : List.of(type.phrase("\n" + firm, Style.STRONG), type.phrase(date, Style.BODY))) {
            Paragraph paragraph = spaced(new Paragraph(line), Style.BODY);
            paragraph.setAlignment(Element.ALIGN_RIGHT);
            PdfPCell cell = new PdfPCell();
            cell.addElement(paragraph);
            block.addCell(bare(cell));
        }
        document.add(block);
    }

    byte[] finish() {
        document.close();
        return out.toByteArray();
    }

    private void letterhead(Letterhead head) {
        PdfPTable line = table(2);
        line.setWidths(new float[] {10, 90});
        PdfPCell mark = new PdfPCell(image(), false);
        mark.setBorder(Rectangle.BOTTOM);
        PdfPCell words =
                cell(type.phrase(head.firmName(), new Style(13, true, Tone.INK)), new Style(12, true, Tone.INK));
        String second = head.address().isBlank() ? head.contact() : head.address() + "  ·  " + head.contact();
        words.addElement(spaced(new Paragraph(type.phrase(second, Style.SMALL)), Style.SMALL));
        words.setBorder(Rectangle.BOTTOM);
        words.setPaddingTop(0);
        for (PdfPCell cell : List.of(mark, words)) {
            cell.setPaddingLeft(0);
            cell.setPaddingBottom(10);
            cell.setBorderWidthBottom(1.4f);
            cell.setBorderColorBottom(Tone.ACT.color());
            line.addCell(cell);
        }
        document.add(line);
    }

    private Image image() {
        try {
            return Image.getInstance(frame.mark(writer));
        } catch (DocumentException e) {
            throw new IllegalStateException("the mark cannot be drawn", e);
        }
    }

    private static PdfPTable table(int columns) {
        PdfPTable table = new PdfPTable(columns);
        table.setWidthPercentage(100);
        return table;
    }

    private static PdfPCell cell(Phrase phrase, Style style) {
        PdfPCell cell = new PdfPCell();
        cell.addElement(spaced(new Paragraph(phrase), style));
        return cell;
    }

    private static Paragraph spaced(Paragraph paragraph, Style style) {
        paragraph.setLeading(style.leading());
        return paragraph;
    }

    private static PdfPCell bare(PdfPCell cell) {
        cell.setBorder(Rectangle.NO_BORDER);
        pad(cell, 0, 0, 2);
        return cell;
    }

    private static PdfPCell hairline(PdfPCell cell) {
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderWidthBottom(0.6f);
        cell.setBorderColorBottom(Tone.LINE.color());
        pad(cell, 0, 1, 6);
        return cell;
    }

    private static void pad(PdfPCell cell, float sides, float top, float bottom) {
        cell.setPaddingLeft(sides);
        cell.setPaddingRight(Math.max(sides, 4));
        cell.setPaddingTop(top);
        cell.setPaddingBottom(bottom);
    }
}
