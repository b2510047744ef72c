package io.shouxin.spine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.ShouxinApplication;
import io.shouxin.platform.Failpoints;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockServletContext;

/**
 * The program that {@link KilledErasureIT} kills: the whole product without its web server. It waits until the case that its
 * predecessor died in is closed and says what it finds; then it begins another case and dies in that one at the place named,
 * or whenever it is killed.
 */
final class ErasureProgram {

    static final String NONE = "-";
    static final String ANYWHERE = "anywhere";
    /** Begins a place where a case dies that erases a part only: what is kept is written again under a new key. */
    static final String PART = "part:";

    static final int HALTED = 86;

    static final String LEFT_OPEN = "left open ";
    static final String TRACE = "trace ";
    static final String BEGUN = "begun ";
    static final String DECIDED = "decided";
    static final String DONE = "done";

    private ErasureProgram() {}

    public static void main(String[] arguments) {
        try {
            run(arguments[0], arguments[1]);
        } catch (Throwable failed) {
            failed.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void run(String predecessorsCase, String place)
            throws JsonProcessingException, InterruptedException {
        ConfigurableApplicationContext context = application().run();
        Desks desks = Desks.of(context);
        if (!predecessorsCase.equals(NONE)) {
            RequestId id = new RequestId(UUID.fromString(predecessorsCase));
            desks.closed(id, clientOf(id, context));
            say(LEFT_OPEN + closedSinceStart(id, context));
            say(TRACE + new ObjectMapper().writeValueAsString(ErasureTrace.of(id, context)));
        }
        if (place.equals(NONE)) {
            context.close();
            say(DONE);
            System.exit(0);
        }
        desks.firm().open();
        boolean part = place.startsWith(PART);
        TestFirm.Client client =
                desks.firm().client(UUID.randomUUID().toString(), part ? LocalDate.of(2026, 3, 15) : null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        context.getBean(ArmedLater.class).arm(part ? place.substring(PART.length()) : place);
        say(BEGUN + id);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        if (part) {
            desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        }
        say(DECIDED);
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

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    static SpringApplication application() {
        SpringApplication application = new SpringApplication(ShouxinApplication.class, TestFirm.class);
        application.setApplicationContextFactory(type -> {
            var context = new AnnotationConfigServletWebApplicationContext();
            context.setServletContext(new MockServletContext());
            context.getBeanFactory().registerSingleton("productOnly", new ProductOnly());
            context.registerBean(
                    ArmedLater.class,
                    () -> new ArmedLater(context.getBean("failpointSwitch", Failpoints.class)),
                    definition -> definition.setPrimary(true));
            return context;
        });
        return application;
    }

    /** What the tests have on the class path beside the product stays out of it. */
    private static final class ProductOnly extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory factory) throws IOException {
            return type.getResource().getURL().getPath().contains("test-classes");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ProductOnly;
        }

        @Override
        public int hashCode() {
            return ProductOnly.class.hashCode();
        }
    }

    /** As the product's own switch, which knows its place from the start; this one is set when the predecessor's case is done. */
    static final class ArmedLater implements Failpoints {

        private final Failpoints fromTheStart;
        private volatile String armed = NONE;

        ArmedLater(Failpoints fromTheStart) {
            this.fromTheStart = fromTheStart;
        }

        void arm(String place) {
            armed = place;
        }

        @Override
        public void pass(String place) {
            fromTheStart.pass(place);
            if (place.equals(armed)) {
                Runtime.getRuntime().halt(HALTED);
            }
        }
    }
}
