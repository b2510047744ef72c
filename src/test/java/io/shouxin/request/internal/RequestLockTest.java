package io.shouxin.request.internal;

import io.shouxin.request.CaseEvent;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.shared.Actor;
import io.shouxin.spine.Desks;
import io.shouxin.spine.TestFirm;
import io.shouxin.subject.Subjects;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever locks a case and a person takes the case first; an erasure, which holds the person, must not wait for the case. */
@SpringBootTest
@Import(TestFirm.class)
class RequestLockTest {

    private final TestFirm firm;
    private final Desks desks;
    private final Requests requests;
    private final CaseEvents events;
    private final Subjects subjects;
    private final TransactionTemplate transaction;

    @Autowired
    RequestLockTest(
            BeanFactory beans,
            TestFirm firm,
            Requests requests,
            CaseEvents events,
            Subjects subjects,
            PlatformTransactionManager transactions) {
        this.firm = firm;
        this.desks = Desks.of(beans);
        this.requests = requests;
        this.events = events;
        this.subjects = subjects;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void an_erasure_writes_into_its_case_while_somebody_with_the_case_waits_for_the_person() {
        firm.open();
        TestFirm.Client client = firm.client("lock-order", null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.task(id, "clerk", "review-decisions");
        transaction.executeWithoutResult(status -> {
            requests.lock(id);
            CompletableFuture.runAsync(() -> transaction.executeWithoutResult(other -> {
                        subjects.lock(List.of(client.id()));
                        events.add(id, CaseEvent.Kind.ERASED, Actor.SYSTEM, "test");
                    }))
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
            subjects.lock(List.of(client.id()));
        });
    }
}
