package io.shouxin.spine;

import io.shouxin.ShouxinApplication;
import io.shouxin.platform.Failpoints;
import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.mock.web.MockServletContext;

/**
 * What the programs of a {@link DyingInstallation} have in common: the whole product without its web server, a place to die at, and
 * words for the test that listens.
 */
final class DyingProgram {

    /** No predecessor, or no place to die at. */
    static final String NONE = "-";

    static final int HALTED = 86;

    static final String TRACE = "trace ";
    static final String BEGUN = "begun ";
    static final String DONE = "done";

    private DyingProgram() {}

    /** A program: its predecessor's work and the place to die at. */
    interface Work {
        void run(String predecessors, String place) throws Exception;
    }

    /** Whatever goes wrong ends the process, that its test does not wait for it. */
    static void run(String[] arguments, Work work) {
        try {
            work.run(arguments[0], arguments[1]);
        } catch (Throwable failed) {
            failed.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    static synchronized void say(String line) {
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
