package io.shouxin.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {

    @Test
    void of_two_processes_that_unpack_at_once_the_second_takes_what_the_first_has_put_there(@TempDir Path root)
            throws IOException {
        Path home = directoryWith(root, "home", "first");
        Path fresh = directoryWith(root, "unpacking", "second");

        PostgresBinaries.publish(fresh, home);

        assertThat(home.resolve("program")).hasContent("first");
        assertThat(fresh).doesNotExist();
    }

    @Test
    void what_cannot_be_put_there_and_is_not_there_is_an_error(@TempDir Path root) throws IOException {
        Path fresh = directoryWith(root, "unpacking", "second");

        assertThatThrownBy(() ->
                        PostgresBinaries.publish(fresh, root.resolve("missing").resolve("home")))
                .isInstanceOf(FileSystemException.class);
    }

    private static Path directoryWith(Path root, String name, String content) throws IOException {
        Path directory = Files.createDirectory(root.resolve(name));
        Files.writeString(directory.resolve("program"), content);
        return directory;
    }
}
