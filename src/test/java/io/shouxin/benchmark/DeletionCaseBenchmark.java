package io.shouxin.benchmark;

import io.shouxin.ShouxinApplication;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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
    private static final int WARM_UP = 60;
    private static final int COUNTED = 10;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private DeletionCaseBenchmark() {}

    public static void main(String[] args) throws Exception {
        int rounds = Arguments.number(args, 0, 7);
        int block = Arguments.number(args, 1, 15);
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
        var clients = product.clients(COUNTED);
        Commits before = Commits.now(pool);
        product.seconds(clients);
        Commits between = Commits.now(pool);
        floor.seconds(COUNTED);
        Commits after = Commits.now(pool);
        long missing =
                Math.floorDiv(between.durable() - before.durable() - (after.durable() - between.durable()), COUNTED);
        floor.addCommits(Math.max(0, Math.toIntExact(missing)));
        Commits again = Commits.now(pool);
        floor.seconds(COUNTED);
        Commits end = Commits.now(pool);
        OUT.println("product: " + between.perCase(before, COUNTED));
        OUT.println("floor: " + after.perCase(between, COUNTED) + "; with " + Math.max(0, missing)
                + " empty commits added: " + end.perCase(again, COUNTED));
    }
}
