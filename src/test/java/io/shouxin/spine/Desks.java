package io.shouxin.spine;

import static org.awaitility.Awaitility.await;

import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.request.Channel;
import io.shouxin.request.NewRequest;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.RequestType;
import io.shouxin.request.SubjectRequest;
import java.time.Duration;
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
        return TestFirm.asClient(client.id(), () -> intake.submit(new NewRequest(
                        RequestType.DELETION,
                        client.id(),
                        null,
                        Channel.PORTAL,
                        null,
                        null,
                        note,
                        "zh",
                        "",
                        "",
                        proof,
                        false,
                        null))
                .id());
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

    public void awaitStatus(RequestId id, UUID client, RequestStatus status) {
        await().atMost(PATIENCE).until(() -> request(id, client).status() == status);
    }

    public SubjectRequest closed(RequestId id, UUID client) {
        awaitStatus(id, client, RequestStatus.CLOSED);
        return request(id, client);
    }

    private SubjectRequest request(RequestId id, UUID client) {
        return TestFirm.asClient(client, () -> reader.get(id)).request();
    }
}
