package io.shouxin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.ShouxinApplication;
import io.shouxin.testing.PostgresForTests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.context.WebServerApplicationContext;

/** What the console says to the person who starts the program. */
@ExtendWith(OutputCaptureExtension.class)
class StartReportTest {

    @Test
    void one_line_says_where_it_listens_and_where_the_data_are_and_closing_stops_the_server(
            @TempDir Path directory, CapturedOutput output) throws Exception {
        int port;
        try (var context = new SpringApplicationBuilder(ShouxinApplication.class)
                .run(
                        "--shouxin.data=" + directory,
                        "--shouxin.postgres.binaries=" + PostgresForTests.BINARIES,
                        "--server.port=0")) {
            port = ((WebServerApplicationContext) context).getWebServer().getPort();
            assertThat(directory.resolve("postgres/postmaster.pid")).exists();
        }
        assertThat(output.getAll().lines()).anySatisfy(line -> assertThat(line)
                .contains(
                        "Shouxin listens on http://127.0.0.1:" + port,
                        "data in " + directory.toRealPath(),
                        "database at 127.0.0.1:"));
        assertThat(directory.resolve("postgres/postmaster.pid")).doesNotExist();
        DataDirectory.open(directory).close();
    }

    @Test
    void a_data_directory_that_cannot_be_used_ends_the_program_with_a_sentence_and_an_exit_code(@TempDir Path directory)
            throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ShouxinApplication.class.getName(),
                        "--shouxin.data=" + file)
                .redirectErrorStream(true)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(program.exitValue()).isNotZero();
        assertThat(said)
                .contains("The data directory " + file + " cannot be written")
                .doesNotContain("\tat ");
    }
}
