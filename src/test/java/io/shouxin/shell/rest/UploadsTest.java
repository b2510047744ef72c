package io.shouxin.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.shell.rest.ApiCalls.Answer;
import io.shouxin.testing.WatchedDirectory;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists of people on their way in: never on the disk in clear, and large ones from nobody unknown. */
@ApiTest
class UploadsTest {

    private static final int MEGABYTE = 1024 * 1024;

    private final ApiCalls api;
    private final ServletContext server;

    @Autowired
    UploadsTest(ApiCalls api, ServletContext server) {
        this.api = api;
        this.server = server;
    }

    @Test
    void a_list_of_nearly_the_largest_size_is_never_written_to_a_temporary_file() throws Exception {
        File temporary = (File) server.getAttribute(ServletContext.TEMPDIR);
        try (WatchedDirectory watched = new WatchedDirectory(temporary.toPath())) {
            Answer answer = api.upload("demo-staff", "/api/v1/imports", new byte[49 * MEGABYTE], Map.of());
            assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
            assertThat(watched.created()).isEmpty();
        }
    }

    @Test
    void what_is_too_large_is_not_written_to_a_temporary_file_either() throws Exception {
        File temporary = (File) server.getAttribute(ServletContext.TEMPDIR);
        try (WatchedDirectory watched = new WatchedDirectory(temporary.toPath())) {
            assertThat(api.upload("demo-staff", "/api/v1/imports", new byte[51 * MEGABYTE], Map.of())
                            .status())
                    .isEqualTo(413);
            assertThat(watched.created()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/staff/imports", "/VAADIN/dynamic/resource/0/none/upload", "/oauth2/token"})
    void a_stranger_s_large_form_is_refused_unread(String path) {
        byte[] body = new byte[2 * MEGABYTE];
        Answer answer = api.sendForm(null, path, body, "Accept-Language", "en");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(413);
        assertThat(answer.json().get("title").asText()).isEqualTo("Too large");
        assertThat(api.sendForm(null, path, new byte[100]).status())
                .as("a small one is answered by whoever is there")
                .isNotEqualTo(413);
    }
}
