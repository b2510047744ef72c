package io.shouxin.inbox;

import io.shouxin.platform.BranchTie;
import io.shouxin.platform.BranchTies;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open tasks of a branch. */
@Component
class BranchTasks implements BranchTies {

    private final JdbcClient jdbc;

    BranchTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<BranchTie> of(UUID branch) {
        return BranchTie.some(
                BranchTie.Kind.TASKS,
                jdbc.sql("SELECT count(*) FROM task WHERE branch_id = ? AND state <> 'DONE'")
                        .param(branch)
                        .query(Long.class)
                        .single());
    }
}
