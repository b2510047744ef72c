package io.shouxin.record.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.evidence.EvidenceReader;
import io.shouxin.platform.CannotDecrypt;
import io.shouxin.record.ImportState;
import io.shouxin.record.ImportView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rows that were left out: to be read and downloaded for a while, then destroyed. */
class LeftOutRowsTest extends ImportsOnADatabase {

    private final ImportPurge purge;
    private final EvidenceReader evidence;

    @Autowired
    LeftOutRowsTest(Tools tools, ImportPurge purge, EvidenceReader evidence) {
        super(tools);
        this.purge = purge;
        this.evidence = evidence;
    }

    @Test
    void rejected_rows_can_be_downloaded_safely_and_are_destroyed_with_their_key() {
        ImportView view = imported("clients.csv", csv("姓名,手机号,备注", "柯一,13911110061,好", ",,=1+2"));
        assertThat(view.rejected()).isOne();
        String csv =
                new String(bytes(imports.rejectsCsv(view.id(), Locale.SIMPLIFIED_CHINESE)), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF导入行标记,原行号,").contains("'=1+2").contains("3,");
        imports.purge(view.id());
        assertThat(imports.rejects(view.id())).isEmpty();
        assertThat(imports.get(view.id()).fileName()).isEmpty();
        assertThat(imports.get(view.id()).purgedAt()).isNotNull();
    }

    @Test
    void the_log_says_which_rows_of_a_file_somebody_was_shown() {
        ImportView view = imported("clients.csv", csv("姓名,手机号,备注", "柯一,13911110061,好", ",,无名", ",,也无名"));
        assertThat(imports.rejects(view.id(), 1)).hasSize(1);
        assertThat(looks(view)).containsExactly("REJECTS {rows=1, sheet.0.rows.1=3}");
        imports.rejects(view.id(), 200);
        assertThat(looks(view)).contains("REJECTS {rows=2, sheet.0.rows.1=3,4}");
        imports.rejects(view.id());
        assertThat(looks(view)).contains("REJECTS {rows=2}");
    }

    @Test
    void the_first_rows_are_shown_without_reading_the_others() {
        ImportView view = imported("clients.csv", csv("姓名,手机号,备注", ",,无名"));
        jdbc.sql("""
                        INSERT INTO import_problem (id, import_id, sheet_no, row_number, position, code, severity, left_out, ciphertext)
                        SELECT gen_random_uuid(), import_id, sheet_no, row_number + 1, 0, code, severity, true, decode(repeat('00', 60), 'hex')
                        FROM import_problem WHERE import_id = ? AND position = 0
                        """).param(view.id()).update();
        assertThat(imports.rejects(view.id(), 1)).singleElement().satisfies(reject -> assertThat(reject.row())
                .isEqualTo(2));
        assertThatThrownBy(() -> imports.rejects(view.id())).isInstanceOf(CannotDecrypt.class);
    }

    @Test
    void the_log_says_that_somebody_looked_at_samples_of_a_file() {
        UUID id = imports.receive("clients.csv", csv("甲,乙", "好,坏", "坏,好"), branch, null);
        ImportView view = settled(id);
        assertThat(view.state()).isEqualTo(ImportState.NEEDS_MAPPING);
        imports.samples(id);
        assertThat(looks(view)).containsExactly("SAMPLES {columns=2, each=3}");
    }

    private List<String> looks(ImportView view) {
        UUID actor = Objects.requireNonNull(Stage.actor.id());
        return evidence.entriesBy(actor, 100).stream()
                .filter(entry ->
                        entry.kind().equals("VIEWED") && view.id().toString().equals(entry.targetId()))
                .map(entry -> entry.outcome() + " " + new TreeMap<>(entry.details()))
                .toList();
    }

    @Test
    void rejected_rows_go_by_themselves_after_thirty_days() {
        ImportView view = imported("clients.csv", csv("姓名,手机号,备注", ",,没有人"));
        purge.purgeOld();
        assertThat(imports.rejects(view.id())).hasSize(1);
        jdbc.sql("UPDATE import_job SET finished_at = finished_at - interval '31 days' WHERE id = ?")
                .param(view.id())
                .update();
        purge.purgeOld();
        assertThat(imports.rejects(view.id())).isEmpty();
    }
}
