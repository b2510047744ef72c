package io.shouxin.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.document.FileStore.FileInPieces;
import io.shouxin.platform.CannotDecrypt;
import io.shouxin.platform.DataKey;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import io.shouxin.testing.FreshDatabase;
import io.shouxin.testing.PostgresForTests;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class FilesInPiecesTest {

    private static final KeyScope SCOPE = KeyScope.upload(UUID.randomUUID());
    private static final byte[] CONTENT = new byte[2_500_000];

    private static FreshDatabase database = PostgresForTests.freshDatabase();

    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final FileStore files = new FileStore(
            database.jdbc(), new JdbcTemplate(database.app()), oneKey(DataKey.ofThisProcess()), Clock.systemUTC());

    @BeforeAll
    static void aDatabaseAndAFile() {
        database = database.migrated();
        new Random(5).nextBytes(CONTENT);
    }

    private static KeyVault oneKey(DataKey key) {
        return (KeyVault) Proxy.newProxyInstance(
                KeyVault.class.getClassLoader(),
                new Class<?>[] {KeyVault.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "open" -> key;
                    case "find" -> Optional.of(key);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private FileInPieces stored(String kind, byte[] content) {
        files.storeInPieces(SCOPE, kind, "application/octet-stream", content);
        return files.openInPieces(SCOPE, kind).orElseThrow();
    }

    private static byte[] read(FileInPieces file) throws IOException {
        try (InputStream in = file.open()) {
            return in.readAllBytes();
        }
    }

    private int change(String sql, String kind) {
        return owner.sql(sql.replace("FILE", "(SELECT id FROM stored_file WHERE kind = '" + kind + "')"))
                .update();
    }

    @Test
    void a_file_comes_back_as_it_was_however_long_and_again() throws IOException {
        FileInPieces file = stored("WHOLE", CONTENT);
        assertThat(file.size()).isEqualTo(CONTENT.length);
        assertThat(read(file)).isEqualTo(CONTENT);
        assertThat(read(file)).isEqualTo(CONTENT);
        assertThat(read(stored("EMPTY", new byte[0]))).isEmpty();
        assertThat(files.newest(SCOPE, "WHOLE")).isEmpty();
        assertThat(files.openInPieces(SCOPE, "ANOTHER")).isEmpty();
    }

    @Test
    void a_file_that_was_cut_off_is_not_read_as_a_shorter_one() {
        FileInPieces file = stored("CUT", CONTENT);
        assertThat(change("DELETE FROM stored_file_piece WHERE piece = 2 AND file_id = FILE", "CUT"))
                .isOne();
        assertThatThrownBy(() -> read(file)).isInstanceOf(CannotDecrypt.class);
    }

    @Test
    void pieces_that_changed_places_are_not_read() {
        FileInPieces file = stored("MIXED", CONTENT);
        change("UPDATE stored_file_piece SET piece = 9 WHERE piece = 0 AND file_id = FILE", "MIXED");
        change("UPDATE stored_file_piece SET piece = 0 WHERE piece = 1 AND file_id = FILE", "MIXED");
        change("UPDATE stored_file_piece SET piece = 1 WHERE piece = 9 AND file_id = FILE", "MIXED");
        assertThatThrownBy(() -> read(file)).isInstanceOf(CannotDecrypt.class);
    }

    @Test
    void pieces_go_with_their_file() {
        KeyScope scope = KeyScope.upload(UUID.randomUUID());
        UUID id = files.storeInPieces(scope, "GONE", "application/octet-stream", CONTENT);
        assertThat(files.deleteAll(scope)).isOne();
        assertThat(owner.sql("SELECT count(*) FROM stored_file_piece WHERE file_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
