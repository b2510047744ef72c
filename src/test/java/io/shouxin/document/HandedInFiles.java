package io.shouxin.document;

import com.lowagie.text.Document;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfAction;
import com.lowagie.text.pdf.PdfFileSpecification;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as clients hand them in, good and bad ones. */
public final class HandedInFiles {

    /** Stands in the metadata of {@link #photoWithPlace}. */
    public static final String PLACE = "canary金丝雀31.2304N";

    private HandedInFiles() {}

    public static byte[] photo(int width, int height) {
        return picture("jpg", width, height);
    }

    public static byte[] png(int width, int height) {
        return picture("png", width, height);
    }

    /** Red in its upper left quarter, else white. */
    private static byte[] picture(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height / 2);
        canvas.dispose();
        return bytes(out -> ImageIO.write(image, format, out));
    }

    /** A photo that says where it was taken, and how the camera was held. */
    public static byte[] photoWithPlace(int width, int height, int orientation) {
        byte[] plain = photo(width, height);
        byte[] exif = bytes(out -> {
            DataOutputStream data = new DataOutputStream(out);
            data.writeBytes("Exif\0\0");
            data.writeBytes("MM");
            data.writeShort(42);
            data.writeInt(8);
            data.writeShort(2);
            data.writeShort(0x0112);
            data.writeShort(3);
            data.writeInt(1);
            data.writeShort(orientation);
            data.writeShort(0);
            data.writeShort(0x8825);
            data.writeShort(4);
            data.writeInt(1);
            data.writeInt(38);
            data.writeInt(0);
            data.write(PLACE.getBytes(StandardCharsets.UTF_8));
        });
        return bytes(out -> {
            out.write(plain, 0, 2);
            out.write(0xff);
            out.write(0xe1);
            out.write(exif.length + 2 >> 8);
            out.write(exif.length + 2);
            out.write(exif);
            out.write(plain, 2, plain.length - 2);
        });
    }

    /** A few bytes that say they are a picture of that many pixels. */
    public static byte[] pixelBomb(int width, int height) {
        return bytes(out -> {
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            chunk(out, "IHDR", bytes(head -> {
                DataOutputStream data = new DataOutputStream(head);
                data.writeInt(width);
                data.writeInt(height);
                data.write(new byte[] {8, 2, 0, 0, 0});
            }));
            chunk(out, "IDAT", deflated(new byte[1000]));
            chunk(out, "IEND", new byte[0]);
        });
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) throws IOException {
        byte[] named = joined(type.getBytes(StandardCharsets.US_ASCII), content);
        CRC32 sum = new CRC32();
        sum.update(named);
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(content.length);
        data.write(named);
        data.writeInt((int) sum.getValue());
    }

    public static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(9);
        deflater.setInput(content);
        deflater.finish();
        byte[] buffer = new byte[1024 * 1024];
        int length = deflater.deflate(buffer);
        deflater.end();
        return java.util.Arrays.copyOf(buffer, length);
    }

    public static byte[] pdf(int pages) {
        return pdf(pages, (document, writer) -> {});
    }

    public static byte[] pdf(int pages, BiConsumer<Document, PdfWriter> more) {
        return bytes(out -> {
            Document document = new Document();
            PdfWriter writer = PdfWriter.getInstance(document, out);
            document.addAuthor("canary-author");
            document.open();
            for (int page = 1; page <= pages; page++) {
                document.add(new Paragraph("power of attorney " + page));
                document.newPage();
            }
            more.accept(document, writer);
            document.close();
        });
    }

    public static byte[] pdfWithScript() {
        return pdf(1, (document, writer) -> writer.addJavaScript("app.alert('x')"));
    }

    public static byte[] pdfThatLaunches() {
        return pdf(1, (document, writer) -> {
            try {
                writer.setOpenAction(new PdfAction("cmd.exe", null, null, null));
            } catch (RuntimeException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    public static byte[] pdfWithAttachment() {
        return pdf(1, (document, writer) -> {
            try {
                writer.addFileAttachment(
                        "a", PdfFileSpecification.fileEmbedded(writer, null, "a.exe", new byte[] {1, 2, 3}));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    public static byte[] lockedPdf() {
        return text("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n2 0 obj<</Filter/Standard/V 1/R 2>>endobj\n"
                + "trailer<</Root 1 0 R/Encrypt 2 0 R>>\n%%EOF");
    }

    public static byte[] zip() {
        return bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("a.html"));
                zip.write("<html><script>1</script></html>".getBytes(StandardCharsets.US_ASCII));
            }
        });
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] joined(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws Exception;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
