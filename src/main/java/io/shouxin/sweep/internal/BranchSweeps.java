package io.shouxin.sweep.internal;

import io.shouxin.platform.BranchTie;
import io.shouxin.platform.BranchTies;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sweep under way in a branch. */
@Component
class BranchSweeps implements BranchTies {

    private final JdbcClient jdbc;

    BranchSweeps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<BranchTie> of(UUID branch) {
        return BranchTie.some(
                BranchTie.Kind.SWEEPS,
                jdbc.sql("SELECT count(*) FROM sweep WHERE branch_id = ? AND status NOT IN ('COMPLETED', 'REJECTED')")
                        .param(branch)
                        .query(Long.class)
                        .single());
    }
}
