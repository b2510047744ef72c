package io.shouxin.document;

import static io.shouxin.document.HandedInFiles.joined;
import static io.shouxin.document.HandedInFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What clients hand in, and what others would like to get in with it. */
class FileChecksTest {

    private final FileChecks checks = new FileChecks();

    @Test
    void a_photo_is_drawn_anew_and_tells_no_more_where_it_was_taken() throws IOException {
        byte[] photo = HandedInFiles.photoWithPlace(300, 200, 1);
        assertThat(latin(photo)).contains("Exif", latin(text(HandedInFiles.PLACE)));
        CheckedFile checked = checks.check(photo);
        assertThat(checked.mediaType()).isEqualTo("image/jpeg");
        assertThat(latin(checked.content())).doesNotContain("Exif", latin(text(HandedInFiles.PLACE)));
        BufferedImage image = read(checked);
        assertThat(image.getWidth()).isEqualTo(300);
        assertThat(isRed(image, 20, 20)).isTrue();
        assertThat(isRed(image, 280, 180)).isFalse();
    }

    /** Where the red corner of a photo lies once it is upright (Exif 2.3). */
    @ParameterizedTest
    @MethodSource("held")
    void a_photo_stands_upright_however_the_camera_was_held(int orientation, boolean right, boolean low)
            throws IOException {
        BufferedImage image = read(checks.check(HandedInFiles.photoWithPlace(300, 200, orientation)));
        boolean lying = orientation >= 5;
        assertThat(image.getWidth()).isEqualTo(lying ? 200 : 300);
        assertThat(image.getHeight()).isEqualTo(lying ? 300 : 200);
        int x = right ? image.getWidth() - 20 : 20;
        int y = low ? image.getHeight() - 20 : 20;
        assertThat(isRed(image, x, y)).isTrue();
        assertThat(isRed(image, image.getWidth() - x, image.getHeight() - y)).isFalse();
    }

    static Stream<Arguments> held() {
        return Stream.of(
                Arguments.of(1, false, false),
                Arguments.of(2, true, false),
                Arguments.of(3, true, true),
                Arguments.of(4, false, true),
                Arguments.of(5, false, false),
                Arguments.of(6, true, false),
                Arguments.of(7, true, true),
                Arguments.of(8, false, true));
    }

    @Test
    void a_png_becomes_a_photo_and_a_large_one_is_read_in_steps() throws IOException {
        assertThat(checks.check(HandedInFiles.png(100, 50)).mediaType()).isEqualTo("image/jpeg");
        BufferedImage image = read(checks.check(HandedInFiles.png(6000, 5000)));
        assertThat((long) image.getWidth() * image.getHeight()).isLessThanOrEqualTo(12_000_000);
        assertThat(isRed(image, 20, 20)).isTrue();
    }

    @Test
    void what_a_camera_hangs_on_to_a_photo_is_left_out() {
        byte[] photo = HandedInFiles.photo(60, 40);
        byte[] moving =
                joined(photo, joined(new byte[] {0, 0, 0, 0x18}, text("ftypmp42\0\0\0\0mp42isom-canary-motion")));
        assertThat(latin(checks.check(moving).content())).doesNotContain("canary-motion");
        assertThat(checks.check(joined(photo, photo)).mediaType()).isEqualTo("image/jpeg");
    }

    static Stream<Arguments> hostile() {
        byte[] photo = HandedInFiles.photo(60, 40);
        byte[] png = HandedInFiles.png(60, 40);
        byte[] pdf = HandedInFiles.pdf();
        return Stream.of(
                Arguments.of("nothing", new byte[0], FileProblem.EMPTY),
                Arguments.of("11 MB", joined(photo, new byte[11 * 1024 * 1024]), FileProblem.TOO_LARGE),
                Arguments.of(
                        "one row of 10^9 pixels",
                        HandedInFiles.pixelBomb(1_000_000_000, 1),
                        FileProblem.TOO_MANY_PIXELS),
                Arguments.of(
                        "50,000 by 50,000 pixels",
                        HandedInFiles.pixelBomb(50_000, 50_000),
                        FileProblem.TOO_MANY_PIXELS),
                Arguments.of(
                        "SVG with a script",
                        text(
                                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>"),
                        FileProblem.ACTIVE_PAGE),
                Arguments.of(
                        "a renamed page", text("<!DOCTYPE html><html><body>x</body></html>"), FileProblem.ACTIVE_PAGE),
                Arguments.of("zip", HandedInFiles.zip(), FileProblem.ARCHIVE),
                Arguments.of(
                        "iPhone's own photo",
                        joined(new byte[] {0, 0, 0, 0x18}, text("ftypheic\0\0\0\0mif1heic")),
                        FileProblem.HEIC),
                Arguments.of("program", joined(text("MZ"), new byte[200]), FileProblem.OTHER_TYPE),
                Arguments.of("half a photo", Arrays.copyOf(photo, photo.length - 20), FileProblem.DAMAGED),
                Arguments.of("half a PNG", Arrays.copyOf(png, png.length - 20), FileProblem.DAMAGED),
                Arguments.of("photo and archive", joined(photo, HandedInFiles.zip()), FileProblem.TWO_IN_ONE),
                Arguments.of(
                        "photo and page",
                        joined(photo, text("<html><script>1</script></html>")),
                        FileProblem.TWO_IN_ONE),
                Arguments.of("photo and program", joined(photo, text("<?php system('x');")), FileProblem.TWO_IN_ONE),
                Arguments.of("photo and PDF", joined(photo, pdf), FileProblem.TWO_IN_ONE),
                Arguments.of("PNG and page", joined(png, text("<html>")), FileProblem.TWO_IN_ONE),
                Arguments.of("PDF", pdf, FileProblem.PDF),
                Arguments.of("PDF behind a line", joined(text("\n\n"), pdf), FileProblem.PDF),
                Arguments.of("PDF and page", joined(pdf, text("<script>1</script>")), FileProblem.PDF),
                Arguments.of("PDF and archive", joined(pdf, HandedInFiles.zip()), FileProblem.PDF),
                Arguments.of("PDF and photo", joined(pdf, photo), FileProblem.PDF),
                Arguments.of("archive and PDF", joined(HandedInFiles.zip(), pdf), FileProblem.ARCHIVE),
                Arguments.of("PNG and PDF", joined(png, pdf), FileProblem.TWO_IN_ONE),
                Arguments.of(
                        "photo in more scans than any camera makes", HandedInFiles.manyScans(65), FileProblem.DAMAGED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void nothing_hostile_or_broken_gets_in(String what, byte[] content, FileProblem expected) {
        assertThatThrownBy(() -> checks.check(content))
                .isInstanceOfSatisfying(FileRefused.class, refused -> assertThat(refused.problem())
                        .isEqualTo(expected));
    }

    private static String latin(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    private static BufferedImage read(CheckedFile file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file.content()));
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        int colour = image.getRGB(x, y);
        return (colour >> 16 & 0xff) > 200 && (colour >> 8 & 0xff) < 80 && (colour & 0xff) < 80;
    }
}
