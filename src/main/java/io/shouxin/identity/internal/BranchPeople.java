package io.shouxin.identity.internal;

import io.shouxin.platform.BranchTie;
import io.shouxin.platform.BranchTies;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who works in a branch and nowhere else, and whether somebody answers for it. */
@Component
class BranchPeople implements BranchTies {

    private final JdbcClient jdbc;

    BranchPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<BranchTie> of(UUID branch) {
        long only = jdbc.sql("SELECT count(*) FROM staff_account WHERE active AND branches = ARRAY[?]::uuid[]")
                .param(branch)
                .query(Long.class)
                .single();
        long officers = jdbc.sql("""
                        SELECT count(*) FROM staff_account
                        WHERE active AND 'PRIVACY_OFFICER' = ANY (roles) AND ? = ANY (branches)
                        """).param(branch).query(Long.class).single();
        return Stream.of(
                        BranchTie.some(BranchTie.Kind.PEOPLE, only),
                        BranchTie.some(BranchTie.Kind.NO_OFFICER, officers == 0 ? 1 : 0))
                .flatMap(List::stream)
                .toList();
    }
}
