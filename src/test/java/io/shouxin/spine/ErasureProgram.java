package io.shouxin.spine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import java.lang.management.ManagementFactory;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The program that {@link KilledErasureIT} kills: the whole product without its web server. It waits until the case that its
 * predecessor died in is closed and says what it finds; then it begins another case and dies in that one at the place named,
 * or whenever it is killed.
 */
final class ErasureProgram {

    static final String ANYWHERE = "anywhere";
    /** Begins a place where a case dies that erases a part only: what is kept is written again under a new key. */
    static final String PART = "part:";

    static final String LEFT_OPEN = "left open ";
    static final String DECIDED = "decided";

    private ErasureProgram() {}

    public static void main(String[] arguments) {
        DyingProgram.run(arguments, ErasureProgram::run);
    }

    private static void run(String predecessorsCase, String place)
            throws JsonProcessingException, InterruptedException {
        ConfigurableApplicationContext context = DyingProgram.application().run();
        Desks desks = Desks.of(context);
        if (!predecessorsCase.equals(DyingProgram.NONE)) {
            RequestId id = new RequestId(UUID.fromString(predecessorsCase));
            desks.closed(id, clientOf(id, context));
            DyingProgram.say(LEFT_OPEN + closedSinceStart(id, context));
            DyingProgram.say(DyingProgram.TRACE + new ObjectMapper().writeValueAsString(ErasureTrace.of(id, context)));
        }
        if (place.equals(DyingProgram.NONE)) {
            context.close();
            DyingProgram.say(DyingProgram.DONE);
            System.exit(0);
        }
        desks.firm().open();
        boolean part = place.startsWith(PART);
        TestFirm.Client client =
                desks.firm().client(UUID.randomUUID().toString(), part ? LocalDate.of(2026, 3, 15) : null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        context.getBean(DyingProgram.ArmedLater.class).arm(part ? place.substring(PART.length()) : place);
        DyingProgram.say(DyingProgram.BEGUN + id);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        if (part) {
            desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        }
        DyingProgram.say(DECIDED);
        desks.closed(id, client.id());
        if (place.startsWith(ANYWHERE)) {
            Thread.currentThread().join(); // until it is killed, however fast it was
        }
        System.exit(0);
    }

    private static UUID clientOf(RequestId id, ConfigurableApplicationContext context) {
        return context.getBean(JdbcClient.class)
                .sql("SELECT subject_id FROM request WHERE id = ?")
                .param(id.value())
                .query(UUID.class)
                .single();
    }

    private static boolean closedSinceStart(RequestId id, ConfigurableApplicationContext context) {
        Timestamp start = new Timestamp(ManagementFactory.getRuntimeMXBean().getStartTime());
        return context.getBean(JdbcClient.class)
                .sql("SELECT closed_at > ? FROM request WHERE id = ?")
                .params(start, id.value())
                .query(Boolean.class)
                .single();
    }
}
