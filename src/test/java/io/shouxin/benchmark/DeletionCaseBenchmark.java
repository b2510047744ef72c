package io.shouxin.benchmark;

import io.shouxin.ShouxinApplication;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockServletContext;
import org.springframework.util.FileSystemUtils;

/**
 * What a deletion case of nine records costs beside what its process alone costs: the same models with empty steps, the same
 * engine, the same durable PostgreSQL, as many commits that reach the disk. Blocks of both sides alternate (ABBA). Arguments:
 * rounds and cases per block.
 */
public final class DeletionCaseBenchmark {

    private static final double TARGET = 0.6;
    private static final int WARM_UP = 600;
    private static final int COUNTED = 10;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private DeletionCaseBenchmark() {}

    public static void main(String[] args) throws Exception {
        int rounds = Arguments.number(args, 0, 20);
        int block = Arguments.number(args, 1, 16);
        Path data = Files.createTempDirectory("shouxin-benchmark");
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(ShouxinApplication.class)
                .contextFactory(type -> withoutServer())
                .profiles("benchmark")
                .run(
                        "--shouxin.data=" + data,
                        "--shouxin.postgres.binaries="
                                + Path.of("target", "pgbin").toAbsolutePath(),
                        "--camunda.bpm.job-execution.enabled=false",
                        "--logging.level.root=warn")) {
            measure(context, rounds, block);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    /** Pages are of no use here, and those of the tests would stand in each other's way. */
    private static ConfigurableApplicationContext withoutServer() {
        AnnotationConfigServletWebApplicationContext context = new AnnotationConfigServletWebApplicationContext();
        context.setServletContext(new MockServletContext());
        return context;
    }

    private static void measure(ConfigurableApplicationContext context, int rounds, int block) throws Exception {
        Jobs jobs = new Jobs(context.getBean(ManagementService.class));
        ProductCases product = new ProductCases(context, jobs);
        FloorCases floor = new FloorCases(context, jobs);
        for (int i = 0; i < WARM_UP; i += COUNTED) {
            product.seconds(product.clients(COUNTED));
            floor.seconds(COUNTED);
        }
        equaliseCommits(context.getBean(DataSource.class), product, floor);

        OUT.printf("%d rounds, ABBA, %d cases a block%n", rounds, block);
        Ratios ratios = new Ratios();
        for (int round = 1; round <= rounds; round++) {
            double productSeconds = product.seconds(product.clients(block));
            double floorSeconds = floor.seconds(block) + floor.seconds(block);
            productSeconds += product.seconds(product.clients(block));
            double ratio = floorSeconds / productSeconds;
            ratios.add(ratio);
            OUT.printf(
                    Locale.ROOT,
                    "round %d: product %.1f cases/s, floor %.1f cases/s, ratio %.2f%n",
                    round,
                    2 * block / productSeconds,
                    2 * block / floorSeconds,
                    ratio);
        }
        OUT.printf(
                Locale.ROOT,
                "Deletion case, speed against the floor: %s, target at least %.1f: %s%n",
                ratios,
                TARGET,
                ratios.median() >= TARGET ? "met" : "missed");
    }

    private static void equaliseCommits(DataSource pool, ProductCases product, FloorCases floor) throws Exception {
        Commits productCommits = counted(pool, () -> product.clients(COUNTED), product::seconds);
        Commits floorCommits = counted(pool, () -> COUNTED, floor::seconds);
        int missing =
                Math.toIntExact(Math.max(0, Math.floorDiv(productCommits.durable() - floorCommits.durable(), COUNTED)));
        floor.addCommits(missing);
        Commits equal = counted(pool, () -> COUNTED, floor::seconds);
        OUT.println("product: " + productCommits.perCase(COUNTED));
        OUT.println("floor: " + floorCommits.perCase(COUNTED) + "; with " + missing + " empty commits added: "
                + equal.perCase(COUNTED));
    }

    /** The smallest of three counts: the server's own housekeeping commits too. */
    private static <T> Commits counted(DataSource pool, Supplier<T> prepare, Consumer<T> cases) throws Exception {
        Commits least = null;
        for (int i = 0; i < 3; i++) {
            T prepared = prepare.get();
            Commits before = Commits.now(pool);
            cases.accept(prepared);
            Commits more = Commits.now(pool).since(before);
            least = least == null || more.durable() < least.durable() ? more : least;
        }
        return Objects.requireNonNull(least);
    }
}
