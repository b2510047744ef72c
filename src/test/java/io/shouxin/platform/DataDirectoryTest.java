package io.shouxin.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

class DataDirectoryTest {

    private final Path parent;

    DataDirectoryTest(@TempDir Path parent) {
        this.parent = parent;
    }

    @Test
    void a_missing_directory_is_created() {
        try (DataDirectory data = DataDirectory.open(parent.resolve("a/b"))) {
            assertThat(data.path()).isDirectory();
        }
    }

    @Test
    void it_can_be_opened_again_only_after_it_was_closed() {
        DataDirectory first = DataDirectory.open(parent);
        assertThatThrownBy(() -> DataDirectory.open(parent.resolve("../" + parent.getFileName())))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("in use");
        first.close();
        DataDirectory.open(parent).close();
    }

    @Test
    void a_path_that_cannot_be_a_directory_is_refused_with_a_remedy() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "");
        assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
                .isInstanceOfSatisfying(StartRefusedException.class, refused -> {
                    FailureAnalysis shown = new StartRefusedAnalyzer().analyze(refused, refused);
                    assertThat(shown.getDescription())
                            .contains(file.resolve("data").toString(), "cannot be written");
                    assertThat(shown.getAction()).contains("SHOUXIN_DATA");
                });
    }
}
