package io.shouxin.record.internal;

import io.shouxin.platform.BranchTie;
import io.shouxin.platform.BranchTies;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records of a branch, and the lists that may still bring it some. */
@Component
class BranchRecords implements BranchTies {

    private final JdbcClient jdbc;

    BranchRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A list of another branch counts too once it runs: its rows may name this one. One that was not begun reads the branches anew. */
    @Override
    public List<BranchTie> of(UUID branch) {
        long imports = jdbc.sql("""
                        SELECT count(*) FROM import_job WHERE state NOT IN ('COMPLETED', 'FAILED')
                        AND (branch_id = ? OR state IN ('RECEIVED', 'TRYING', 'RUNNING', 'PAUSED'))
                        """).param(branch).query(Long.class).single();
        long records = jdbc.sql("SELECT count(*) FROM record WHERE branch_id = ?")
                .param(branch)
                .query(Long.class)
                .single();
        return Stream.of(
                        BranchTie.some(BranchTie.Kind.IMPORTS, imports),
                        BranchTie.some(BranchTie.Kind.RECORDS, records))
                .flatMap(List::stream)
                .toList();
    }
}
