package io.shouxin.benchmark;

import io.shouxin.ShouxinApplication;
import io.shouxin.evidence.EvidenceSequencer;
import io.shouxin.platform.database.DatabaseAccess;
import io.shouxin.record.Imports;
import io.shouxin.record.imports.FileContent;
import io.shouxin.record.imports.Row;
import io.shouxin.record.imports.RowSink;
import io.shouxin.record.imports.SheetReader;
import io.shouxin.shared.Actor;
import io.shouxin.spine.TestFirm;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Locale;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockServletContext;
import org.springframework.util.FileSystemUtils;

/**
 * What an import costs beside reading the same file by the same reader and copying the very rows that it wrote into tables with the same
 * indexes, in one durable transaction; and whether a list ten times as long needs more memory. Arguments: rows, rounds.
 */
public final class ImportBenchmark {

    private static final double TARGET = 3.0;
    private static final double MEMORY_TARGET = 1.2;
    private static final int TENTH = 10;
    private static final int WARM_UP = 3_000;
    private static final long MEBIBYTE = 1024 * 1024;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final Imports imports;
    private final JdbcClient jdbc;
    private final EvidenceSequencer sequencer;
    private int lists;

    private ImportBenchmark(ConfigurableApplicationContext context) {
        imports = context.getBean(Imports.class);
        jdbc = context.getBean(JdbcClient.class);
        sequencer = context.getBean(EvidenceSequencer.class);
        context.getBean(TestFirm.class).open();
    }

    public static void main(String[] args) throws Exception {
        int rows = Arguments.number(args, 0, 100_000);
        int rounds = Arguments.number(args, 1, 5);
        Path data = Files.createTempDirectory("shouxin-benchmark");
        Path copies = Files.createTempDirectory("shouxin-benchmark-rows");
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(ShouxinApplication.class)
                .contextFactory(type -> withoutServer())
                .profiles("benchmark")
                .run(
                        "--shouxin.data=" + data,
                        "--shouxin.postgres.binaries="
                                + Path.of("target", "pgbin").toAbsolutePath(),
                        "--camunda.bpm.job-execution.enabled=false",
                        "--logging.level.root=warn")) {
            DatabaseAccess access = context.getBean(DatabaseAccess.class);
            ImportBenchmark benchmark = new ImportBenchmark(context);
            try (Connection owner = DriverManager.getConnection(
                    access.url(), access.owner().username(), access.owner().password())) {
                benchmark.speed(owner, copies, rows, rounds);
            }
            benchmark.memory("list.csv", copies, rows, ClientLists::csv);
            benchmark.memory("list.xlsx", copies, rows, ClientLists::xlsx);
        } finally {
            FileSystemUtils.deleteRecursively(data);
            FileSystemUtils.deleteRecursively(copies);
        }
    }

    /** Pages are of no use here, and those of the tests would stand in each other's way. */
    private static ConfigurableApplicationContext withoutServer() {
        AnnotationConfigServletWebApplicationContext context = new AnnotationConfigServletWebApplicationContext();
        context.setServletContext(new MockServletContext());
        return context;
    }

    private ClientLists next() {
        return new ClientLists(lists++);
    }

    private record Imported(UUID id, double seconds) {}

    private void speed(Connection owner, Path copies, int rows, int rounds) throws Exception {
        CopiedRows first = new CopiedRows(owner, copies, "floor_first");
        CopiedRows second = new CopiedRows(owner, copies, "floor_second");
        byte[] small = next().csv(WARM_UP);
        CopiedRows.fetch(owner, copies, imported(small).id());
        floor(small, first);
        floor(small, second);
        Ratios ratios = new Ratios();
        for (int round = 1; round <= rounds; round++) {
            byte[] list = next().csv(rows);
            Imported before = imported(list);
            OUT.println(CopiedRows.fetch(owner, copies, before.id()));
            double floor = floor(list, first) + floor(list, second);
            byte[] other = next().csv(rows);
            Imported after = imported(other);
            double product = before.seconds() + after.seconds();
            ratios.add(product / floor);
            OUT.printf(
                    Locale.ROOT,
                    "round %d: product %.1f s, floor %.1f s (reading %.1f s), %.0f rows/s, ratio %.2f%n",
                    round,
                    product / 2,
                    floor / 2,
                    reading(list),
                    2 * rows / product,
                    product / floor);
            // The floor's tables grow as the product's do.
            CopiedRows.fetch(owner, copies, after.id());
            first.write();
            second.write();
        }
        OUT.printf(
                Locale.ROOT,
                "Import of %d rows, times reading and copying: %s, target at most %.1f: %s%n",
                rows,
                ratios,
                TARGET,
                ratios.median() <= TARGET ? "met" : "missed");
    }

    private static double floor(byte[] list, CopiedRows copies) throws Exception {
        return reading(list) + copies.write();
    }

    private static double reading(byte[] list) {
        long start = System.nanoTime();
        int[] rows = {0};
        new SheetReader().read(FileContent.of(list), "list.csv", new RowSink() {
            @Override
            public void sheet(String name, String encoding, boolean hidden) {
                rows[0] = 0;
            }

            @Override
            public void row(Row row) {
                rows[0]++;
            }
        });
        if (rows[0] == 0) {
            throw new IllegalStateException("Nothing was read");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** From the upload to the end, the sequencer of the evidence log included. */
    private Imported imported(byte[] list) {
        long start = System.nanoTime();
        UUID id = run("list.csv", list);
        sequencer.sequenceNow();
        return new Imported(id, (System.nanoTime() - start) / 1e9);
    }

    private UUID run(String name, byte[] list) {
        return ended(imports.receive(name, list, TestFirm.BRANCH, null, Actor.SYSTEM));
    }

    private UUID ended(UUID id) {
        String state = "RECEIVED";
        while (state.equals("RECEIVED") || state.equals("RUNNING")) {
            pause();
            state = jdbc.sql("SELECT state FROM import_job WHERE id = ?")
                    .param(id)
                    .query(String.class)
                    .single();
        }
        if (!state.equals("COMPLETED")) {
            throw new IllegalStateException("The import ended as " + state + ": "
                    + jdbc.sql("SELECT failure FROM import_job WHERE id = ?")
                            .param(id)
                            .query(String.class)
                            .single());
        }
        return id;
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private interface Format {
        byte[] list(ClientLists people, int rows);
    }

    /** Live heap from the moment when a list has arrived, and after its end, for a tenth of the rows and for all of them. */
    private void memory(String name, Path directory, int rows, Format format) throws Exception {
        run(name, format.list(next(), WARM_UP));
        long[] during = new long[2];
        long[] after = new long[2];
        int[] sizes = {rows / TENTH, rows};
        for (int i = 0; i < sizes.length; i++) {
            Path file = directory.resolve(name);
            Files.write(file, format.list(next(), sizes[i]));
            UUID id = received(name, file);
            try (LiveHeap heap = new LiveHeap()) {
                ended(id);
                during[i] = heap.most();
                OUT.printf("%s, %d rows: looked at %d times%n", name, sizes[i], heap.looks());
            }
            after[i] = LiveHeap.now();
        }
        report(name + ", most while importing", during);
        report(name + ", after", after);
    }

    /** Apart, so that nothing here holds the bytes any longer. */
    private UUID received(String name, Path file) throws IOException {
        return imports.receive(name, Files.readAllBytes(file), TestFirm.BRANCH, null, Actor.SYSTEM);
    }

    private static void report(String what, long[] bytes) {
        double ratio = (double) bytes[1] / bytes[0];
        OUT.printf(
                Locale.ROOT,
                "Live heap (%s): %d MiB, ten times the rows %d MiB: %.2f, target at most %.1f: %s%n",
                what,
                bytes[0] / MEBIBYTE,
                bytes[1] / MEBIBYTE,
                ratio,
                MEMORY_TARGET,
                ratio <= MEMORY_TARGET ? "met" : "missed");
    }
}
