package io.shouxin.request.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shouxin.platform.Branch;
import io.shouxin.platform.Firms;
import io.shouxin.record.HeldRecord;
import io.shouxin.shared.Actor;
import io.shouxin.shared.Role;
import io.shouxin.shared.Sector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which branch a new case goes to where the person's own is closed, or is being closed. */
class CaseBranchesTest {

    private final UUID first = UUID.randomUUID();
    private final UUID near = UUID.randomUUID();
    private final UUID closed = UUID.randomUUID();
    private final List<Branch> open = new ArrayList<>(List.of(branch(first), branch(near)));
    private final List<Actor> working = new ArrayList<>();
    private final Firms firms = mock(Firms.class);
    private final CaseBranches branches = new CaseBranches(firms, () -> working);

    @BeforeEach
    void two_are_open() {
        when(firms.openBranches()).thenAnswer(call -> List.copyOf(open));
        when(firms.holdOpen(any())).thenReturn(true);
    }

    @Test
    void a_client_of_a_closed_branch_goes_where_people_of_the_closed_one_work() {
        assertThat(branches.of(held(closed), List.of()))
                .as("nobody is left of it")
                .isEqualTo(first);
        working.add(member(Set.of(first)));
        working.add(member(Set.of(near, closed)));
        assertThat(branches.of(held(closed), List.of())).isEqualTo(near);
        assertThat(branches.of(held(closed), List.of(first)))
                .as("also where another one is preferred, whose people may not see the client")
                .isEqualTo(near);
    }

    @Test
    void of_several_such_branches_the_preferred_one_is_taken() {
        working.add(member(Set.of(near, first, closed)));
        working.add(member(Set.of(near, closed)));
        assertThat(branches.of(held(closed), List.of())).isEqualTo(near);
        assertThat(branches.of(held(closed), List.of(first))).isEqualTo(first);
    }

    @Test
    void an_open_branch_that_holds_something_comes_before_all_others() {
        working.add(member(Set.of(near, closed)));
        assertThat(branches.of(held(closed, closed, first), List.of(near))).isEqualTo(first);
        assertThat(branches.of(List.of(), List.of(near))).isEqualTo(near);
    }

    @Test
    void where_a_branch_is_closed_in_this_moment_another_one_is_chosen() {
        when(firms.holdOpen(first)).thenAnswer(call -> {
            open.removeIf(branch -> branch.id().equals(first));
            return false;
        });
        assertThat(branches.of(List.of(), List.of())).isEqualTo(near);
    }

    private static Branch branch(UUID id) {
        return new Branch(id, "店", Sector.BROKERAGE);
    }

    private static Actor member(Set<UUID> branches) {
        return new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "某人", Set.of(Role.STAFF), branches);
    }

    private static List<HeldRecord> held(UUID... branches) {
        return java.util.Arrays.stream(branches)
                .map(branch -> {
                    HeldRecord record = mock(HeldRecord.class);
                    when(record.branchId()).thenReturn(branch);
                    return record;
                })
                .toList();
    }
}
