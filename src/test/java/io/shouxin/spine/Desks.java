package io.shouxin.spine;

import static org.awaitility.Awaitility.await;

import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/** Takes cases from desk to desk, as the people of {@link TestFirm} would. */
public record Desks(TestFirm firm, RequestIntake intake, RequestReader reader, Inbox inbox) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public static Desks of(BeanFactory beans) {
        return new Desks(
                beans.getBean(TestFirm.class),
                beans.getBean(RequestIntake.class),
                beans.getBean(RequestReader.class),
                beans.getBean(Inbox.class));
    }

    public RequestId submit(TestFirm.Client client, String note, ProofMethod proof) {
        return submit(
                client, DeletionWish.of(client, Channel.PORTAL).saying(note).proven(proof));
    }

    public RequestId submit(TestFirm.Client client, DeletionWish wish) {
        return TestFirm.asClient(
                client.id(), () -> intake.submit(wish.request()).id());
    }

    /** Entered by somebody of the staff. */
    public RequestId enter(String who, DeletionWish wish) {
        return firm.asStaff(who, () -> intake.submit(wish.request()).id());
    }

    /** The task, as soon as it is there. */
    public InboxTask task(RequestId id, String who, String kind) {
        return await().atMost(PATIENCE)
                .until(
                        () -> firm.asStaff(who, () -> inbox.ofCase(id.value())).stream()
                                .filter(open -> open.kind().equals(kind))
                                .findFirst()
                                .orElse(null),
                        open -> open != null);
    }

    public void decide(RequestId id, String who, String kind, Map<String, Object> fields) {
        InboxTask task = task(id, who, kind);
        firm.asStaff(who, () -> {
            inbox.decide(task.id(), fields);
            return null;
        });
    }

    /** The officer decides all alike that the rules leave open; the answer names them. */
    public List<UUID> decideOpen(RequestId id, Map<String, String> fields) {
        task(id, "officer", "officer-decisions");
        List<UUID> open = firm.asStaff("officer", () -> reader.get(id)).decisions().stream()
                .filter(RecordDecision::isOpen)
                .map(RecordDecision::recordId)
                .toList();
        List<Map<String, String>> decisions =
                open.stream().map(record -> with(record, fields)).toList();
        decide(id, "officer", "officer-decisions", Map.of("decisions", decisions));
        return open;
    }

    private static Map<String, String> with(UUID record, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("recordId", record.toString());
        return all;
    }

    public void awaitStatus(RequestId id, UUID client, RequestStatus status) {
        await().atMost(PATIENCE).until(() -> view(id, client).request().status() == status);
    }

    public CaseView closed(RequestId id, UUID client) {
        awaitStatus(id, client, RequestStatus.CLOSED);
        return view(id, client);
    }

    /** The case as its client sees it. */
    public CaseView view(RequestId id, UUID client) {
        return TestFirm.asClient(client, () -> reader.get(id));
    }
}
