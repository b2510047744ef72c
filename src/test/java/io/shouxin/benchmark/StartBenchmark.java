package io.shouxin.benchmark;

import io.shouxin.platform.DataDirectory;
import io.shouxin.platform.database.DatabaseAccess;
import io.shouxin.platform.database.EmbeddedPostgres;
import io.shouxin.testing.RunningJar;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.util.FileSystemUtils;

/**
 * From {@code java -jar} to the first page, over data of an earlier start: the packaged jar, the same installed as README.md says,
 * and the minimal application with the same starters in one jar. The product starts its own PostgreSQL in that time; the minimal
 * one finds its database running. Argument: rounds.
 */
public final class StartBenchmark {

    private static final double MOST_SECONDS = 15;
    private static final double MOST_TIMES = 2;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final Path productJar;
    private final Path minimalJar;
    private final Path productHome;
    private final Path minimalHome;
    private final List<String> installed;
    private final String[] productOptions;
    private final String[] minimalOptions;

    private StartBenchmark(Path home, DatabaseAccess database) throws Exception {
        this.productJar = RunningJar.product();
        this.productHome = Files.createDirectories(home.resolve("product"));
        this.minimalHome = Files.createDirectories(home.resolve("minimal"));
        this.minimalJar = MinimalJar.of(productJar, minimalHome);
        this.productOptions =
                new String[] {"--spring.profiles.active=demo", "--shouxin.data=" + productHome.resolve("data")};
        this.installed = RunningJar.install(
                productJar,
                productHome,
                "--spring.profiles.active=demo",
                "--shouxin.data=" + productHome.resolve("trial"));
        this.minimalOptions = new String[] {
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + database.owner().username(),
            "--spring.datasource.password=" + database.owner().password()
        };
    }

    public static void main(String[] args) throws Exception {
        int rounds = Arguments.number(args, 0, 5);
        Path home = Files.createTempDirectory("shouxin-benchmark");
        Path binaries = Path.of("target", "pgbin").toAbsolutePath();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(DataDirectory.open(home.resolve("floor")), binaries)) {
            new StartBenchmark(home, postgres.createDatabase("minimal")).measure(rounds);
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
    }

    private void measure(int rounds) throws Exception {
        OUT.printf(
                Locale.ROOT,
                "%d processors, Java %s; first start with empty data: product %.1f s, minimal %.1f s%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                product(),
                minimal());
        Ratios ratios = new Ratios();
        List<Double> starts = new ArrayList<>();
        List<Double> installedStarts = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            double[] product = new double[2];
            double[] minimal = new double[2];
            product[0] = product();
            minimal[0] = minimal();
            installedStarts.add(installed());
            minimal[1] = minimal();
            product[1] = product();
            double ratio = (product[0] + product[1]) / (minimal[0] + minimal[1]);
            ratios.add(ratio);
            starts.add(product[0]);
            starts.add(product[1]);
            OUT.printf(
                    Locale.ROOT,
                    "round %d: product %.1f and %.1f s, installed %.1f s, minimal %.1f and %.1f s, ratio %.2f%n",
                    round,
                    product[0],
                    product[1],
                    installedStarts.get(round - 1),
                    minimal[0],
                    minimal[1],
                    ratio);
        }
        report("Start to first page", starts);
        report("Start to first page, installed", installedStarts);
        OUT.printf(
                Locale.ROOT,
                "Start, times the minimal application: %s, target at most %.1f: %s%n",
                ratios,
                MOST_TIMES,
                ratios.median() <= MOST_TIMES ? "met" : "missed");
    }

    private static void report(String what, List<Double> seconds) {
        double median =
                Ratios.median(seconds.stream().mapToDouble(Double::doubleValue).toArray());
        OUT.printf(
                Locale.ROOT,
                "%s: %.1f s, target at most %.0f s: %s%n",
                what,
                median,
                MOST_SECONDS,
                median <= MOST_SECONDS ? "met" : "missed");
    }

    private double installed() throws Exception {
        try (RunningJar running = RunningJar.start(installed, productHome, productOptions)) {
            return running.seconds();
        }
    }

    private double product() throws Exception {
        try (RunningJar running = RunningJar.start(productJar, productHome, productOptions)) {
            return running.seconds();
        }
    }

    private double minimal() throws Exception {
        try (RunningJar running = RunningJar.start(minimalJar, minimalHome, minimalOptions)) {
            return running.seconds();
        }
    }
}
