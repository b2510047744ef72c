package io.shouxin.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.lowagie.text.pdf.PRStream;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrCodesTest {

    @Test
    void a_png_is_read_back() throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(QrCodes.png(DocumentSamples.URL)));

        assertThat(decode(image)).isEqualTo(DocumentSamples.URL);
    }

    @Test
    void an_svg_draws_the_same_modules() throws Exception {
        BitMatrix modules = QrCodes.modules(DocumentSamples.URL);
        BufferedImage image = white((modules.getWidth() + 8) * 4);
        Matcher square = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(QrCodes.svg(DocumentSamples.URL));
        while (square.find()) {
            fill(image, Integer.parseInt(square.group(1)) * 4, Integer.parseInt(square.group(2)) * 4, 4);
        }

        assertThat(decode(image)).isEqualTo(DocumentSamples.URL);
    }

    @Test
    void the_code_drawn_in_a_pdf_is_read_back() throws Exception {
        byte[] pdf = new PdfDocuments().certificate(DocumentSamples.certificate(Locale.ENGLISH), Locale.ENGLISH);

        assertThat(decode(drawnSquares(pdf))).isEqualTo(DocumentSamples.URL);
    }

    @Test
    void chinese_text_survives() throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(QrCodes.png("守信 · 查询进度")));

        assertThat(decode(image)).isEqualTo("守信 · 查询进度");
    }

    @Test
    void text_that_does_not_fit_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> QrCodes.png("x".repeat(5_000)));
    }

    /** Draws the rectangles of the form that has the most of them. */
    private static BufferedImage drawnSquares(byte[] pdf) throws Exception {
        String best = "";
        try (PdfReader reader = new PdfReader(pdf)) {
            for (int i = 0; i < reader.getXrefSize(); i++) {
                PdfObject object = reader.getPdfObject(i);
                if (object instanceof PRStream stream && PdfName.FORM.equals(stream.get(PdfName.SUBTYPE))) {
                    String drawing = new String(PdfReader.getStreamBytes(stream), StandardCharsets.ISO_8859_1);
                    best = drawing.split(" re\n", -1).length > best.split(" re\n", -1).length ? drawing : best;
                }
            }
        }
        BufferedImage image = white(640);
        Matcher square =
                Pattern.compile("([\\d.]+) ([\\d.]+) ([\\d.]+) [\\d.]+ re").matcher(best);
        while (square.find()) {
            int size = (int) Math.ceil(Double.parseDouble(square.group(3)) * 10);
            int x = (int) Math.round(Double.parseDouble(square.group(1)) * 10);
            int y = (int) Math.round(Double.parseDouble(square.group(2)) * 10);
            fill(image, 70 + x, 570 - y - size, size);
        }
        return image;
    }

    private static BufferedImage white(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        fill(image, 0, 0, size, 0xffffff);
        return image;
    }

    private static void fill(BufferedImage image, int left, int top, int size) {
        fill(image, left, top, size, 0);
    }

    private static void fill(BufferedImage image, int left, int top, int size, int rgb) {
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                image.setRGB(left + x, top + y, rgb);
            }
        }
    }

    private static String decode(BufferedImage image) throws Exception {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        Result result = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))));
        return result.getText();
    }
}
