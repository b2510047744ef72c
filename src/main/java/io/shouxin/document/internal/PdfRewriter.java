package io.shouxin.document.internal;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Rectangle;
import com.lowagie.text.exceptions.BadPasswordException;
import com.lowagie.text.pdf.PRStream;
import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfImportedPage;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfWriter;
import io.shouxin.document.CheckedFile;
import io.shouxin.document.FileProblem;
import io.shouxin.document.FileRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a PDF anew from what its pages draw, and from nothing else: no metadata, actions, attachments, notes or layers of another
 * file. What runs or brings along something is refused rather than cut out, so that nobody takes the rest for the whole.
 */
public final class PdfRewriter {

    static final int MOST_PAGES = 20;

    private static final int DEEPEST = 60;
    private static final int LONGEST_END = 64 * 1024;
    private static final float LONGEST_SIDE = 14_400;
    private static final int MOST_PARTS = 500;
    private static final long LARGEST_PAGES = 32L * 1024 * 1024;

    private static final Set<PdfName> ACTIONS =
            names("JavaScript", "Launch", "SubmitForm", "ImportData", "GoToE", "Rendition", "Movie", "Sound");
    private static final List<PdfName> ACTIVE_KEYS =
            List.copyOf(names("JS", "JavaScript", "EmbeddedFiles", "EF", "RichMediaContent", "XFA"));
    private static final Set<PdfName> ACTIVE_KINDS =
            names("EmbeddedFile", "FileAttachment", "RichMedia", "3D", "Screen", "Movie", "Sound");
    private static final Set<PdfName> HARMLESS_NOTES = names("Link", "Popup");
    private static final PdfName PIECE_INFO = new PdfName("PieceInfo");

    private PdfRewriter() {}

    public static CheckedFile rewrite(byte[] content) {
        refuseSecondFile(content);
        if (Bytes.has(content, "/Encrypt", 0)) {
            throw new FileRefused(FileProblem.ENCRYPTED);
        }
        PdfStreams.measure(content);
        try (PdfReader reader = new PdfReader(content)) {
            if (reader.isEncrypted()) {
                throw new FileRefused(FileProblem.ENCRYPTED);
            }
            if (reader.getNumberOfPages() > MOST_PAGES) {
                throw new FileRefused(FileProblem.TOO_MANY_PAGES);
            }
            if (reader.getNumberOfPages() < 1) {
                throw new FileRefused(FileProblem.DAMAGED);
            }
            inspect(reader);
            refuseForms(reader);
            measurePages(reader);
            return new CheckedFile(CheckedFile.PDF, written(reader), reader.getNumberOfPages());
        } catch (BadPasswordException e) {
            throw new FileRefused(FileProblem.ENCRYPTED);
        } catch (IOException e) {
            throw new FileRefused(FileProblem.DAMAGED);
        }
    }

    /** Behind the end nothing may follow, and no archive may end in it: either would be another file to another program. */
    private static void refuseSecondFile(byte[] content) {
        int end = Bytes.last(content, "%%EOF");
        if (end < 0) {
            throw new FileRefused(FileProblem.DAMAGED);
        }
        for (int at = end + 5; at < content.length; at++) {
            if (content[at] > ' ' || content[at] < 0) {
                throw new FileRefused(FileProblem.TWO_IN_ONE);
            }
        }
        if (Bytes.has(content, "PK\u0005\u0006", content.length - LONGEST_END)) {
            throw new FileRefused(FileProblem.TWO_IN_ONE);
        }
    }

    private static void inspect(PdfReader reader) throws IOException {
        for (int i = 0; i < reader.getXrefSize(); i++) {
            FileBench.goOn();
            PdfObject object = reader.getPdfObject(i);
            if (object != null) {
                inspect(object, 0);
                if (object instanceof PRStream stream) {
                    withoutMetadata(stream);
                }
            }
        }
    }

    /** What an object holds itself; what it refers to has a turn of its own. */
    private static void inspect(PdfObject object, int depth) {
        if (depth > DEEPEST) {
            throw new FileRefused(FileProblem.DAMAGED);
        }
        if (object instanceof PdfDictionary dictionary) {
            refuseActive(dictionary);
            dictionary.remove(PdfName.METADATA);
            dictionary.remove(PIECE_INFO);
            for (PdfName key : dictionary.getKeys()) {
                PdfObject value = dictionary.get(key);
                if (value != null) {
                    inspect(value, depth + 1);
                }
            }
        } else if (object instanceof PdfArray array) {
            for (PdfObject value : array.getElements()) {
                inspect(value, depth + 1);
            }
        }
    }

    private static void refuseActive(PdfDictionary dictionary) {
        boolean active = ACTIVE_KEYS.stream().anyMatch(dictionary::contains)
                || isOne(ACTIONS, dictionary.get(PdfName.S))
                || isOne(ACTIVE_KINDS, dictionary.get(PdfName.TYPE))
                || isOne(ACTIVE_KINDS, dictionary.get(PdfName.SUBTYPE));
        if (active) {
            throw new FileRefused(FileProblem.ACTIVE_PDF);
        }
    }

    private static boolean isOne(Set<PdfName> names, @Nullable PdfObject value) {
        return PdfReader.getPdfObject(value) instanceof PdfName name && names.contains(name);
    }

    /** A photo in a PDF is a whole JPEG, with the place where it was taken. */
    private static void withoutMetadata(PRStream stream) throws IOException {
        PdfObject filter = PdfReader.getPdfObject(stream.get(PdfName.FILTER));
        boolean alone = filter instanceof PdfArray array && array.size() == 1;
        PdfObject only = alone ? PdfReader.getPdfObject(((PdfArray) filter).getPdfObject(0)) : filter;
        if (PdfName.DCTDECODE.equals(only)) {
            byte[] clean = new JpegParts(PdfReader.getStreamBytesRaw(stream)).withoutMetadata();
            stream.setData(clean, false);
            stream.put(PdfName.FILTER, PdfName.DCTDECODE);
        }
    }

    /** Fields, signatures and notes are drawn over a page and would be lost without a word. */
    private static void refuseForms(PdfReader reader) {
        PdfDictionary form = reader.getCatalog().getAsDict(PdfName.ACROFORM);
        PdfArray fields = form == null ? null : form.getAsArray(PdfName.FIELDS);
        if (fields != null && fields.size() > 0) {
            throw new FileRefused(FileProblem.FORM_PDF);
        }
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            PdfArray notes = reader.getPageN(page).getAsArray(PdfName.ANNOTS);
            for (int i = 0; notes != null && i < notes.size(); i++) {
                PdfDictionary note = notes.getAsDict(i);
                if (note != null && !isOne(HARMLESS_NOTES, note.get(PdfName.SUBTYPE))) {
                    throw new FileRefused(FileProblem.FORM_PDF);
                }
            }
        }
    }

    /** The same stream may be drawn many times over. */
    private static void measurePages(PdfReader reader) throws IOException {
        long sum = 0;
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            PdfObject contents = PdfReader.getPdfObject(reader.getPageN(page).get(PdfName.CONTENTS));
            if (contents instanceof PdfArray parts && parts.size() > MOST_PARTS) {
                throw new FileRefused(FileProblem.TOO_LARGE);
            }
            List<PdfObject> parts = contents instanceof PdfArray array
                    ? array.getElements()
                    : contents == null ? List.of() : List.of(contents);
            for (PdfObject part : parts) {
                FileBench.goOn();
                if (PdfReader.getPdfObject(part) instanceof PRStream stream) {
                    sum += PdfReader.getStreamBytes(stream).length;
                }
                if (sum > LARGEST_PAGES) {
                    throw new FileRefused(FileProblem.TOO_LARGE);
                }
            }
        }
    }

    private static byte[] written(PdfReader reader) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Document document = new Document()) {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                FileBench.goOn();
                Rectangle size = reader.getPageSizeWithRotation(page);
                if (!(size.getWidth() > 0 && size.getWidth() <= LONGEST_SIDE)
                        || !(size.getHeight() > 0 && size.getHeight() <= LONGEST_SIDE)) {
                    throw new FileRefused(FileProblem.DAMAGED);
                }
                document.setPageSize(new Rectangle(size.getWidth(), size.getHeight()));
                if (page == 1) {
                    document.open();
                } else {
                    document.newPage();
                }
                draw(writer.getDirectContent(), writer.getImportedPage(reader, page), reader, page);
            }
        } catch (DocumentException e) {
            throw new IOException(e);
        }
        return out.toByteArray();
    }

    private static void draw(PdfContentByte to, PdfImportedPage drawn, PdfReader reader, int page) {
        Rectangle box = reader.getPageSize(page);
        float left = box.getLeft();
        float bottom = box.getBottom();
        float right = box.getRight();
        float top = box.getTop();
        switch (Math.floorMod(reader.getPageRotation(page), 360)) {
            case 90 -> to.addTemplate(drawn, 0, -1, 1, 0, -bottom, right);
            case 180 -> to.addTemplate(drawn, -1, 0, 0, -1, right, top);
            case 270 -> to.addTemplate(drawn, 0, 1, -1, 0, top, -left);
            default -> to.addTemplate(drawn, 1, 0, 0, 1, -left, -bottom);
        }
    }

    private static Set<PdfName> names(String... all) {
        return Arrays.stream(all).map(PdfName::new).collect(Collectors.toUnmodifiableSet());
    }
}
