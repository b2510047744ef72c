package io.shouxin.record.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.record.ImportView;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rows that were left out: to be read and downloaded for a while, then destroyed. */
class LeftOutRowsTest extends ImportsOnADatabase {

    private final ImportPurge purge;

    @Autowired
    LeftOutRowsTest(Tools tools, ImportPurge purge) {
        super(tools);
        this.purge = purge;
    }

    @Test
    void rejected_rows_can_be_downloaded_safely_and_are_destroyed_with_their_key() {
        ImportView view = imported("clients.csv", csv("姓名,手机号,备注", "柯一,13911110061,好", ",,=1+2"));
        assertThat(view.rejected()).isOne();
        String csv = new String(imports.rejectsCsv(view.id(), Locale.SIMPLIFIED_CHINESE), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF原行号,").contains("'=1+2").contains("3,");
        imports.purge(view.id());
        assertThat(imports.rejects(view.id())).isEmpty();
        assertThat(imports.get(view.id()).fileName()).isEmpty();
        assertThat(imports.get(view.id()).purgedAt()).isNotNull();
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
