package io.shouxin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a search for traces finds, so that its silence means something. */
class PlaintextTest {

    private static final String SOUGHT = "13977712345 金丝雀";

    private final Plaintext plaintext = new Plaintext(List.of(SOUGHT));

    @ParameterizedTest
    @CsvSource({
        "'', UTF-8",
        "a, UTF-8",
        "ab, UTF-8",
        "abc, UTF-8",
        "abcd, UTF-8",
        "a, GB18030",
        "ab, UTF-16LE",
        "a, UTF-16BE"
    })
    void a_text_is_found_in_the_base64_of_something_longer_wherever_it_stands_there(String before, String encoding) {
        Charset charset = Charset.forName(encoding);
        String head = "x".repeat(before.length());
        for (String after : List.of("", "后", "yy", "zzz")) {
            byte[] bytes = (SOUGHT + after).getBytes(charset);
            byte[] whole = new byte[head.length() + bytes.length];
            System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, whole, 0, head.length());
            System.arraycopy(bytes, 0, whole, head.length(), bytes.length);
            assertThat(plaintext.in(Base64.getEncoder().encode(whole)))
                    .as("before %s", after)
                    .isNotEmpty();
            assertThat(plaintext.in(HexFormat.of().formatHex(whole).getBytes(StandardCharsets.US_ASCII)))
                    .as("hexadecimal, before %s", after)
                    .isNotEmpty();
            assertThat(plaintext.in(whole)).as("as it is, before %s", after).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"13977712346 金丝雀", "13977712345 金丝", "3977712345 金丝雀"})
    void something_else_is_not_found(String other) {
        byte[] bytes = other.getBytes(StandardCharsets.UTF_8);
        assertThat(plaintext.in(bytes)).isEmpty();
        assertThat(plaintext.in(Base64.getEncoder().encode(bytes))).isEmpty();
    }
}
