package io.shouxin.request.internal;

import io.shouxin.platform.BranchTie;
import io.shouxin.platform.BranchTies;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open cases of a branch. */
@Component
class BranchCases implements BranchTies {

    private final JdbcClient jdbc;

    BranchCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<BranchTie> of(UUID branch) {
        return BranchTie.some(
                BranchTie.Kind.CASES,
                jdbc.sql("SELECT count(*) FROM request WHERE branch_id = ? AND status <> 'CLOSED'")
                        .param(branch)
                        .query(Long.class)
                        .single());
    }
}
