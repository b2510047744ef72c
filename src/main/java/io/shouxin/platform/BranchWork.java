package io.shouxin.platform;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether there is still something to do in a branch: one that is closed needs people as long as there is. */
@Component
public class BranchWork {

    private final List<BranchTies> ties;

    public BranchWork(List<BranchTies> ties) {
        this.ties = ties;
    }

    public boolean hangsOn(UUID branch) {
        return ties.stream().flatMap(each -> each.of(branch).stream()).anyMatch(tie -> tie.kind()
                .needsPeople());
    }
}
