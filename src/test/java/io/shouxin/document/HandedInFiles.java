package io.shouxin.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(9);
        deflater.setInput(content);
        deflater.finish();
        byte[] buffer = new byte[1024 * 1024];
        int length = deflater.deflate(buffer);
        deflater.end();
        return java.util.Arrays.copyOf(buffer, length);
    }

    public static byte[] pdf() {
        return text(
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
    }

    /** A photo whose scan stands in it that many times. */
    public static byte[] manyScans(int scans) {
        byte[] plain = photo(60, 40);
        int scan = 2;
        while ((plain[scan + 1] & 0xff) != 0xda) {
            scan += 2 + ((plain[scan + 2] & 0xff) << 8 | plain[scan + 3] & 0xff);
        }
        int start = scan;
        return bytes(out -> {
            out.write(plain, 0, start);
            for (int i = 0; i < scans; i++) {
                out.write(plain, start, plain.length - 2 - start);
            }
            out.write(plain, plain.length - 2, 2);
        });
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
