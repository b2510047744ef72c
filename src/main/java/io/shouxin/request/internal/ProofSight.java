package io.shouxin.request.internal;

import io.shouxin.request.ProofFile;
import io.shouxin.request.RequestId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which files of a case wait for a person's eyes, and what that person said. Whoever judges has locked the case. */
@Component
class ProofSight {

    private final ProofFileRows rows;

    ProofSight(ProofFileRows rows) {
        this.rows = rows;
    }

    /** Whether somebody handed in something that nobody has judged yet. */
    boolean isOwed(RequestId id) {
        return !waiting(id).isEmpty();
    }

    /** Whether something that waits can be opened. */
    boolean isPossible(RequestId id) {
        return waiting(id).stream().anyMatch(file -> file.state() == ProofFile.State.CLEARED);
    }

    /** Whether anything that was handed in, judged or not, can be opened. */
    boolean anyToOpen(RequestId id) {
        return rows.of(id).stream().anyMatch(file -> file.state() == ProofFile.State.CLEARED);
    }

    /** Says the same of all that waits. */
    void judge(RequestId id, ProofFile.Judgement said) {
        for (ProofFile file : waiting(id)) {
            file.judge(said);
            rows.update(file);
        }
    }

    private List<ProofFile> waiting(RequestId id) {
        return rows.of(id).stream().filter(ProofFile::awaitsJudgement).toList();
    }
}
