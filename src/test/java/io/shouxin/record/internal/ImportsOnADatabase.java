package io.shouxin.record.internal;

import static org.awaitility.Awaitility.await;

import io.shouxin.ShouxinApplication;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Failpoints;
import io.shouxin.platform.Firms;
import io.shouxin.record.CsvFile;
import io.shouxin.record.ImportState;
import io.shouxin.record.ImportView;
import io.shouxin.record.Imports;
import io.shouxin.record.PersonData;
import io.shouxin.record.Records;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.Role;
import io.shouxin.shared.Sector;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.Subjects;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Client lists on a real database, through the application as it starts; each test imports for a branch of its own. */
@SpringBootTest(classes = ShouxinApplication.class)
@Import(ImportsOnADatabase.Stage.class)
abstract class ImportsOnADatabase {

    @TestConfiguration
    static class Stage {

        static final AtomicInteger batchesUntilCrash = new AtomicInteger(-1);
        static volatile boolean poison;
        /** What happens when an import passes a place. */
        static volatile Consumer<String> passing = place -> {};

        static volatile Actor actor = Actor.SYSTEM;

        @Bean
        @Primary
        Clock firstOfNovember() {
            return Clock.fixed(Instant.parse("2026-11-01T02:00:00Z"), ZoneOffset.UTC);
        }

        @Bean
        @Primary
        CurrentActor somebody() {
            return () -> actor;
        }

        @Bean
        @Primary
        Failpoints crash() {
            return place -> {
                passing.accept(place);
                boolean crash = place.equals("import.batch.committed") && batchesUntilCrash.getAndDecrement() == 0;
                if (crash || (poison && place.equals("import.batch.planned"))) {
                    throw new IllegalStateException("crash");
                }
            };
        }

        @Bean
        Tools tools(
                Imports imports, Firms firms, Subjects subjects, Records records, PersonData people, JdbcClient jdbc) {
            return new Tools(imports, firms, subjects, records, people, jdbc);
        }
    }

    /** What every test of imports works with. */
    record Tools(
            Imports imports, Firms firms, Subjects subjects, Records records, PersonData people, JdbcClient jdbc) {}

    final Imports imports;
    final Firms firms;
    final Subjects subjects;
    final Records records;
    final PersonData people;
    final JdbcClient jdbc;

    final UUID branch = UUID.randomUUID();

    ImportsOnADatabase(Tools tools) {
        this.imports = tools.imports();
        this.firms = tools.firms();
        this.subjects = tools.subjects();
        this.records = tools.records();
        this.people = tools.people();
        this.jdbc = tools.jdbc();
    }

    @BeforeEach
    void aFreshBranch() {
        Stage.actor = clerk(branch);
        Stage.batchesUntilCrash.set(-1);
        Stage.poison = false;
        Stage.passing = place -> {};
        firms.save(new Branch(branch, branch.toString(), Sector.BROKERAGE));
    }

    static Actor clerk(UUID... branches) {
        return new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "clerk", Set.of(Role.STAFF), Set.of(branches));
    }

    ImportView imported(String name, byte[] content) {
        return finished(imports.receive(name, content, branch, null));
    }

    ImportView finished(UUID id) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> imports.get(id), view -> view.state().isFinished());
    }

    ImportView settled(UUID id) {
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> imports.get(id),
                        view -> view.state() == ImportState.NEEDS_MAPPING
                                || view.state().isFinished());
    }

    ImportView reaches(UUID id, ImportState state) {
        return await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> imports.get(id), view -> view.state() == state);
    }

    UUID person(String phone) {
        return subjects.byIdentifier(IdentifierKind.PHONE, phone).iterator().next();
    }

    long count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    static int findings(ImportView view, String code) {
        return view.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .mapToInt(finding -> finding.count())
                .sum();
    }

    static byte[] csv(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    /** A file as whoever downloads it has it. */
    static byte[] bytes(CsvFile file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            file.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
