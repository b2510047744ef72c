package io.shouxin.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scanner that speaks clamd's INSTREAM, and ones that do not. */
class VirusScanTest {

    private static final byte[] FILE = new byte[200_000];

    @ParameterizedTest
    @CsvSource({
        "stream: OK, CLEAN",
        "stream: Eicar-Test-Signature FOUND, INFECTED",
        "INSTREAM size limit exceeded. ERROR, NO_ANSWER",
        "'', NO_ANSWER"
    })
    void only_a_plain_ok_is_clean(String answer, VirusScan.Verdict verdict) throws IOException {
        try (FakeScanner scanner = new FakeScanner(answer)) {
            assertThat(scan(scanner.port()).scan(FILE)).isEqualTo(verdict);
            assertThat(scanner.received()).isEqualTo(FILE.length);
        }
    }

    @Test
    void a_scanner_that_hangs_is_not_waited_for_for_ever() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            byte[] moreThanAnyBuffer = new byte[FileChecks.LARGEST];
            assertThat(scan(silent.getLocalPort()).scan(moreThanAnyBuffer)).isEqualTo(VirusScan.Verdict.NO_ANSWER);
        }
    }

    @Test
    void a_scanner_that_is_not_there_gives_no_answer() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0)) {
            port = gone.getLocalPort();
        }
        assertThat(scan(port).scan(FILE)).isEqualTo(VirusScan.Verdict.NO_ANSWER);
    }

    @Test
    void without_a_name_there_is_none() {
        assertThat(new VirusScan(" ", 3310).isOn()).isFalse();
    }

    private static VirusScan scan(int port) {
        return new VirusScan("127.0.0.1", port, Duration.ofSeconds(2));
    }
}
