package io.shouxin.document;

import io.shouxin.platform.Cell;
import io.shouxin.platform.DataKey;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files as ciphertext in the database: they commit, roll back, are backed up and erased with the rows they belong to.
 * Their names are generated; what a person called a file is kept by the module that took it, as ciphertext too.
 */
@Component
public class FileStore {

    private static final int PIECE = 1024 * 1024;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final KeyVault keys;
    private final Clock clock;

    public FileStore(JdbcClient jdbc, JdbcTemplate batch, KeyVault keys, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.keys = keys;
        this.clock = clock;
    }

    public record StoredFile(UUID id, String kind, String mediaType, long size, Instant at) {}

    public record NewFile(String kind, String mediaType, byte[] content) {}

    @Transactional
    public UUID store(KeyScope scope, String kind, String mediaType, byte[] content) {
        return store(scope, List.of(new NewFile(kind, mediaType, content))).get(0);
    }

    /**
     * Stores several files at once.
     *
     * @return their ids in the same order
     */
    @Transactional
    public List<UUID> store(KeyScope scope, List<NewFile> files) {
        DataKey key = keys.open(scope);
        Timestamp now = Timestamp.from(clock.instant());
        List<UUID> ids = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (NewFile file : files) {
            UUID id = UUID.randomUUID();
            ids.add(id);
            rows.add(new Object[] {
                id,
                scope.kind().name(),
                scope.id(),
                file.kind(),
                file.mediaType(),
                (long) file.content().length,
                key.encrypt(file.content(), cell(id)),
                now
            });
        }
        batch.batchUpdate("""
                INSERT INTO stored_file (id, scope_kind, scope_id, kind, media_type, size_bytes, ciphertext, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
        return ids;
    }

    /**
     * Stores a large file in pieces, each sealed for its own place and the last one as the last, so that none can be left out, moved or
     * cut off unnoticed: it is read with {@link #openInPieces} without ever being in memory as a whole.
     */
    @Transactional
    public UUID storeInPieces(KeyScope scope, String kind, String mediaType, byte[] content) {
        DataKey key = keys.open(scope);
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO stored_file (id, scope_kind, scope_id, kind, media_type, size_bytes, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        scope.kind().name(),
                        scope.id(),
                        kind,
                        mediaType,
                        (long) content.length,
                        Timestamp.from(clock.instant()))
                .update();
        int from = 0;
        for (int piece = 0; piece == 0 || from < content.length; piece++) {
            int to = Math.min(content.length, from + PIECE);
            byte[] plain = Arrays.copyOfRange(content, from, to);
            jdbc.sql("INSERT INTO stored_file_piece (file_id, piece, ciphertext) VALUES (?, ?, ?)")
                    .params(id, piece, key.encrypt(plain, cell(id, piece, to == content.length)))
                    .update();
            from = to;
        }
        return id;
    }

    /** A file that was stored in pieces. */
    public final class FileInPieces {

        private final UUID id;
        private final KeyScope scope;
        private final long size;

        private FileInPieces(UUID id, KeyScope scope, long size) {
            this.id = id;
            this.scope = scope;
            this.size = size;
        }

        public long size() {
            return size;
        }

        /** From the first byte; each piece is fetched and opened when it is reached. */
        public InputStream open() {
            DataKey key = keys.find(scope)
                    .orElseThrow(() -> new IllegalStateException("The key of the file " + id + " was destroyed"));
            int pieces = jdbc.sql("SELECT count(*)::int FROM stored_file_piece WHERE file_id = ?")
                    .param(id)
                    .query(Integer.class)
                    .single();
            return new SequenceInputStream(new Enumeration<>() {

                private int next;

                @Override
                public boolean hasMoreElements() {
                    return next < Math.max(1, pieces);
                }

                @Override
                public InputStream nextElement() {
                    byte[] sealed = jdbc.sql("SELECT ciphertext FROM stored_file_piece WHERE file_id = ? AND piece = ?")
                            .params(id, next)
                            .query((rs, n) -> rs.getBytes(1))
                            .single();
                    Cell cell = cell(id, next, next == pieces - 1);
                    next++;
                    return new ByteArrayInputStream(key.decrypt(sealed, cell));
                }
            });
        }
    }

    /** The newest file of this kind that was stored in pieces, where its key still lives. */
    public Optional<FileInPieces> openInPieces(KeyScope scope, String kind) {
        return jdbc.sql("""
                        SELECT id, size_bytes FROM stored_file
                        WHERE scope_kind = ? AND scope_id = ? AND kind = ? AND ciphertext IS NULL
                        ORDER BY created_at DESC, id LIMIT 1
                        """)
                .params(scope.kind().name(), scope.id(), kind)
                .query((rs, n) -> new FileInPieces(rs.getObject(1, UUID.class), scope, rs.getLong(2)))
                .optional()
                .filter(file -> keys.find(scope).isPresent());
    }

    /** The oldest first, those of one moment by kind. */
    public List<StoredFile> list(KeyScope scope) {
        return jdbc.sql("""
                        SELECT id, kind, media_type, size_bytes, created_at FROM stored_file
                        WHERE scope_kind = ? AND scope_id = ? ORDER BY created_at, kind, id
                        """)
                .params(scope.kind().name(), scope.id())
                .query((rs, n) -> new StoredFile(
                        rs.getObject(1, UUID.class),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getLong(4),
                        rs.getTimestamp(5).toInstant()))
                .list();
    }

    /** The newest file of this kind in the scope that was stored as a whole, opened. */
    public Optional<byte[]> newest(KeyScope scope, String kind) {
        record Row(UUID id, byte[] ciphertext) {}
        return jdbc.sql("""
                        SELECT id, ciphertext FROM stored_file
                        WHERE scope_kind = ? AND scope_id = ? AND kind = ? AND ciphertext IS NOT NULL
                        ORDER BY created_at DESC, id LIMIT 1
                        """)
                .params(scope.kind().name(), scope.id(), kind)
                .query((rs, n) -> new Row(rs.getObject(1, UUID.class), rs.getBytes(2)))
                .optional()
                .flatMap(row -> keys.find(scope).map(key -> key.decrypt(row.ciphertext(), cell(row.id()))));
    }

    /** One file of the scope, opened. */
    public Optional<byte[]> read(KeyScope scope, UUID id) {
        return jdbc.sql("SELECT ciphertext FROM stored_file WHERE id = ? AND scope_kind = ? AND scope_id = ?")
                .params(id, scope.kind().name(), scope.id())
                .query((rs, n) -> rs.getBytes(1))
                .optional()
                .flatMap(ciphertext -> keys.find(scope).map(key -> key.decrypt(ciphertext, cell(id))));
    }

    /** Deletes one file of the scope. */
    @Transactional
    public void delete(KeyScope scope, UUID id) {
        jdbc.sql("DELETE FROM stored_file WHERE id = ? AND scope_kind = ? AND scope_id = ?")
                .params(id, scope.kind().name(), scope.id())
                .update();
    }

    /** Deletes all files of the scope; the caller destroys the scope's key. */
    @Transactional
    public int deleteAll(KeyScope scope) {
        return jdbc.sql("DELETE FROM stored_file WHERE scope_kind = ? AND scope_id = ?")
                .params(scope.kind().name(), scope.id())
                .update();
    }

    private static Cell cell(UUID id, int piece, boolean last) {
        return new Cell("stored_file_piece", "ciphertext " + piece + (last ? " and last" : ""), id);
    }

    private static Cell cell(UUID id) {
        return new Cell("stored_file", "ciphertext", id);
    }
}
