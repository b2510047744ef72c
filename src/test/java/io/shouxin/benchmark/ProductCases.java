package io.shouxin.benchmark;

import io.shouxin.evidence.EvidenceSequencer;
import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.request.Channel;
import io.shouxin.request.NewRequest;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestType;
import io.shouxin.spine.TestFirm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.Authentication;

/** Whole deletion cases of nine records, from the client's request to the closed case, by the product's own services. */
final class ProductCases {

    private final TestFirm firm;
    private final RequestIntake intake;
    private final RequestReader reader;
    private final Inbox inbox;
    private final EvidenceSequencer sequencer;
    private final Jobs jobs;
    private final Authentication clerk;
    private int clients;

    ProductCases(ApplicationContext context, Jobs jobs) {
        this.firm = context.getBean(TestFirm.class);
        this.intake = context.getBean(RequestIntake.class);
        this.reader = context.getBean(RequestReader.class);
        this.inbox = context.getBean(Inbox.class);
        this.sequencer = context.getBean(EvidenceSequencer.class);
        this.jobs = jobs;
        firm.open();
        this.clerk = firm.signedIn("clerk");
    }

    /** New clients with nine records each; not part of what is measured. */
    List<TestFirm.Client> clients(int count) {
        List<TestFirm.Client> fresh = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fresh.add(firm.client("benchmark" + clients++, null));
        }
        return fresh;
    }

    /** Runs the cases one after the other, the sequencer of the evidence log included, and gives the seconds. */
    double seconds(List<TestFirm.Client> clients) {
        List<RequestId> done = new ArrayList<>();
        long start = System.nanoTime();
        for (TestFirm.Client client : clients) {
            done.add(run(client));
        }
        sequencer.sequenceNow();
        double seconds = (System.nanoTime() - start) / 1e9;
        done.forEach(this::requireCompleted);
        return seconds;
    }

    private RequestId run(TestFirm.Client client) {
        RequestId id = TestFirm.asClient(client.id(), () -> intake.submit(new NewRequest(
                        RequestType.DELETION,
                        client.id(),
                        null,
                        Channel.PORTAL,
                        null,
                        null,
                        "请删除",
                        "zh",
                        "",
                        "",
                        ProofMethod.CODE_AND_ID_LAST_SIX,
                        false,
                        null))
                .id());
        jobs.runAll();
        TestFirm.as(clerk, () -> {
            InboxTask task = inbox.ofCase(id.value()).get(0);
            inbox.decide(task.id(), Map.of("outcome", "APPROVED"));
            return id;
        });
        jobs.runAll();
        return id;
    }

    private void requireCompleted(RequestId id) {
        RequestOutcome outcome =
                firm.asStaff("clerk", () -> reader.get(id)).request().outcome();
        if (outcome != RequestOutcome.COMPLETED) {
            throw new IllegalStateException("Case " + id + " ended as " + outcome);
        }
    }
}
