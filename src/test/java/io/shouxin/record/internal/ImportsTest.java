package io.shouxin.record.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.ShouxinApplication;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Failpoints;
import io.shouxin.platform.Firms;
import io.shouxin.record.Category;
import io.shouxin.record.Hold;
import io.shouxin.record.HoldKind;
import io.shouxin.record.Holds;
import io.shouxin.record.ImportState;
import io.shouxin.record.ImportView;
import io.shouxin.record.Imports;
import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.record.Records;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import io.shouxin.shared.Sector;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.SubjectKind;
import io.shouxin.subject.Subjects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Client lists on a real database, through the application as it starts. */
@SpringBootTest(classes = ShouxinApplication.class)
@Import(ImportsTest.Stage.class)
class ImportsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestConfiguration
    static class Stage {

        static final AtomicInteger batchesUntilCrash = new AtomicInteger(-1);
        static volatile boolean poison;
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
                boolean crash = place.equals("import.batch.committed") && batchesUntilCrash.getAndDecrement() == 0;
                if (crash || (poison && place.equals("import.batch.planned"))) {
                    throw new IllegalStateException("crash");
                }
            };
        }
    }

    private final Imports imports;
    private final Firms firms;
    private final Subjects subjects;
    private final Records records;
    private final PersonData people;
    private final Holds holds;
    private final ImportPurge purge;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Environment environment;

    private final UUID branch = UUID.randomUUID();

    @Autowired
    ImportsTest(
            Imports imports,
            Firms firms,
            Subjects subjects,
            Records records,
            PersonData people,
            Holds holds,
            ImportPurge purge,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Environment environment) {
        this.imports = imports;
        this.firms = firms;
        this.subjects = subjects;
        this.records = records;
        this.people = people;
        this.holds = holds;
        this.purge = purge;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.environment = environment;
    }

    @BeforeEach
    void aFreshBranch() {
        Stage.actor = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "clerk", Set.of(Role.STAFF), Set.of(branch));
        Stage.batchesUntilCrash.set(-1);
        Stage.poison = false;
        firms.save(new Branch(branch, branch.toString(), Sector.BROKERAGE));
    }

    @Test
    void the_brokerage_sample_gives_the_expected_people_and_records_and_importing_it_again_doubles_nothing() {
        JsonNode expected = expected("brokerage-clients.xlsx");
        ImportView first = imported("brokerage-clients.xlsx");
        assertThat(first.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(first.rows()).isEqualTo(expected.get("rows").asInt());
        assertThat(first.rowsDone()).isEqualTo(first.rows());
        assertThat(first.duplicates()).isEqualTo(expected.get("duplicate_rows").asInt());
        assertThat(first.people()).isEqualTo(first.rows() - first.duplicates());
        assertThat(first.people() - peopleWithoutPhone(first))
                .isEqualTo(expected.get("distinct_persons_with_phone").asInt());
        assertThat(first.rejected()).isZero();
        assertThat(findings(first, "NO_PHONE"))
                .isEqualTo(expected.get("no_phone").asInt());
        assertThat(findings(first, "FORMULA_LIKE"))
                .isEqualTo(expected.get("formula_like").asInt());
        assertThat(first.warnings())
                .isEqualTo(first.findings().stream().mapToInt(f -> f.count()).sum());
        assertThat(new String(imports.findingsCsv(first.id(), Locale.SIMPLIFIED_CHINESE), StandardCharsets.UTF_8)
                        .lines())
                .as("each finding with row and column, and no value")
                .hasSize(first.warnings() + 1)
                .anyMatch(line -> line.matches("\\d+,身份证号,身份证号校验码不符.*"))
                .noneMatch(line -> line.matches(".*\\d{11,}.*"));
        assertThat(count(
                        "SELECT count(*) FROM record WHERE import_id = ? AND classification = 'STATUTORY_SENSITIVE_CHILD'",
                        first.id()))
                .isLessThanOrEqualTo(expected.get("children_under_14").asInt())
                .isPositive();
        assertThat(first.recordsByCategory().values().stream().mapToInt(n -> n).sum())
                .isEqualTo(first.records());

        long peopleBefore = count("SELECT count(*) FROM subject");
        long recordsBefore = count("SELECT count(*) FROM record");
        ImportView second = imported("brokerage-clients.xlsx");
        assertThat(second.people()).isEqualTo(first.people());
        assertThat(second.peopleKnown()).isEqualTo(first.people());
        assertThat(second.thirdParties()).isEqualTo(first.thirdParties());
        assertThat(second.records()).isZero();
        assertThat(second.duplicates()).isEqualTo(first.duplicates());
        assertThat(count("SELECT count(*) FROM subject")).isEqualTo(peopleBefore);
        assertThat(count("SELECT count(*) FROM record")).isEqualTo(recordsBefore);
    }

    @Test
    void the_housekeeping_sample_gives_the_expected_records_and_ties_children_and_workers() {
        JsonNode expected = expected("housekeeping-clients.csv");
        ImportView view = imported("housekeeping-clients.csv");
        assertThat(view.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(view.rows()).isEqualTo(expected.get("rows").asInt());
        assertThat(view.rejected()).isZero();
        assertThat(view.recordsByCategory().get(Category.HEALTH))
                .isEqualTo(expected.get("elder_health").asInt());
        assertThat(view.recordsByCategory().get(Category.HOME_ACCESS))
                .isEqualTo(expected.get("door_codes").asInt());
        assertThat(view.recordsByCategory().get(Category.CHILD))
                .isEqualTo(expected.get("infants").asInt());
        assertThat(count("""
                        SELECT count(*) FROM subject s WHERE s.kind IN ('CHILD', 'DOMESTIC_WORKER')
                        AND EXISTS (SELECT 1 FROM record r WHERE r.subject_id = s.id AND r.import_id = ?)
                        AND NOT EXISTS (SELECT 1 FROM subject_link l WHERE l.subject_id = s.id)
                        """, view.id())).isZero();
    }

    @Test
    void an_interrupted_import_goes_on_where_it_stood() {
        Stage.batchesUntilCrash.set(1);
        ImportView interrupted = imported("people.csv", lines(450));
        assertThat(Stage.batchesUntilCrash.get()).isLessThan(0);
        assertThat(interrupted.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(interrupted.rowsDone()).isEqualTo(450);
        assertThat(interrupted.people()).isEqualTo(450);
        assertThat(count("SELECT count(DISTINCT subject_id) FROM record WHERE import_id = ?", interrupted.id()))
                .isEqualTo(450);
        assertThat(interrupted.records())
                .isEqualTo((int) count("SELECT count(*) FROM record WHERE import_id = ?", interrupted.id()));
    }

    @Test
    void what_fails_three_times_without_progress_is_given_up_with_a_sentence() {
        Stage.poison = true;
        UUID id = imports.receive("people.csv", lines(1), branch, null);
        ImportView view = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> {
                            imports.resumeUnfinished();
                            return imports.get(id);
                        },
                        each -> each.state().isFinished());
        assertThat(view.state()).isEqualTo(ImportState.FAILED);
        assertThat(view.failureKey()).isEqualTo("imports.failure.TOO_MANY_ATTEMPTS");
        assertThat(Texts.chinese().get("imports.failure.TOO_MANY_ATTEMPTS")).doesNotStartWith("!");
        assertThat(count("SELECT count(*) FROM stored_file WHERE scope_id = ?", id))
                .isZero();
    }

    @Test
    void a_worker_is_one_person_in_the_records_of_several_clients_and_a_child_one_in_the_family() {
        String worker = "11010519491231002X";
        ImportView view = imported(
                "clients.csv",
                csv(
                        "客户姓名,联系电话,子女姓名,服务员,服务员身份证号",
                        "林一凡,13911110001,林小一,周巧云," + worker,
                        "何二平,13911110002,,周巧云," + worker));
        assertThat(view.people()).isEqualTo(2);
        UUID one = person("13911110001");
        UUID two = person("13911110002");
        List<UUID> workers = tiedTo(one, SubjectKind.DOMESTIC_WORKER);
        assertThat(workers).hasSize(1).isEqualTo(tiedTo(two, SubjectKind.DOMESTIC_WORKER));
        List<UUID> children = tiedTo(one, SubjectKind.CHILD);
        assertThat(children).hasSize(1);
        assertThat(people.card(children.get(0), Purpose.CASE).name()).isEqualTo("林小一");

        imported("clients.csv", csv("客户姓名,联系电话,子女姓名,备注", "林一凡,13911110001,林小一,新的备注"));
        assertThat(tiedTo(one, SubjectKind.CHILD)).isEqualTo(children);
    }

    @Test
    void people_are_found_by_what_their_records_hold_and_read_back_as_written() {
        imported("clients.csv", csv("姓名,手机号,身份证号", "欧阳修文,13911110011/021-62345678,11010519491231002X"));
        UUID person = person("13911110011");
        assertThat(subjects.byIdentifier(IdentifierKind.PHONE, "+862162345678")).containsExactly(person);
        assertThat(people.card(person, Purpose.CASE).phones()).containsExactly("13911110011", "+862162345678");
        assertThat(people.card(person, Purpose.CASE).name()).isEqualTo("欧阳修文");
    }

    @Test
    void nothing_is_written_about_a_person_whose_data_are_restricted() {
        imported("clients.csv", csv("姓名,手机号", "许留白,13911110021"));
        UUID person = person("13911110021");
        int before = records.of(person).size();
        transaction.executeWithoutResult(tx -> holds.place(
                List.of(new Hold(
                        UUID.randomUUID(),
                        HoldKind.RESTRICTION,
                        person,
                        null,
                        "CASE",
                        "PIPL 47",
                        UUID.randomUUID(),
                        null,
                        null)),
                Actor.SYSTEM));
        ImportView view = imported("clients.csv", csv("姓名,手机号,备注", "许留白,13911110021,新的一句"));
        assertThat(view.rejected()).isOne();
        assertThat(imports.rejects(view.id())).singleElement().satisfies(reject -> {
            assertThat(reject.code()).isEqualTo("RESTRICTED");
            assertThat(reject.row()).isEqualTo(2);
            assertThat(reject.cells()).containsExactly("许留白", "13911110021", "新的一句");
        });
        assertThat(records.of(person)).hasSize(before);
    }

    @Test
    void the_same_phone_with_another_name_is_kept_apart_and_told() {
        imported("clients.csv", csv("姓名,手机号", "郝家人,13911110041"));
        ImportView view = imported("clients.csv", csv("姓名,手机号", "郝另人,13911110041"));
        assertThat(findings(view, "POSSIBLE_SAME_PERSON")).isOne();
        assertThat(subjects.byIdentifier(IdentifierKind.PHONE, "13911110041")).hasSize(2);
    }

    @Test
    void what_is_no_spreadsheet_fails_with_words_and_leaves_no_file() {
        ImportView view = imported("list.xlsx", new byte[] {0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37, 0, 1, 2});
        assertThat(view.state()).isEqualTo(ImportState.FAILED);
        assertThat(Texts.chinese()
                        .get(
                                String.valueOf(view.failureKey()),
                                view.failureArguments().toArray()))
                .doesNotStartWith("!")
                .contains("表格");
        assertThat(count("SELECT count(*) FROM stored_file WHERE scope_id = ?", view.id()))
                .isZero();
    }

    @Test
    void columns_that_nobody_understands_are_asked_for_and_the_import_then_runs() {
        UUID id = imports.receive("list.csv", csv("甲,乙", "abc,x1", "def,x2"), branch, null);
        ImportView waiting = settled(id);
        assertThat(waiting.state()).isEqualTo(ImportState.NEEDS_MAPPING);
        assertThat(waiting.columns()).hasSize(2);
        assertThat(imports.samples(id).get(0)).allMatch(sample -> sample.contains("*"));
        assertThatThrownBy(() -> imports.map(id, Map.of())).isInstanceOf(InvalidInput.class);
        imports.map(id, Map.of(0, "NAME"), true);
        assertThat(finished(id).state()).isEqualTo(ImportState.COMPLETED);
        assertThat(imports.get(id).people()).isEqualTo(imports.get(id).rows()).isEqualTo(2);
        assertThatThrownBy(() -> imports.map(id, Map.of(0, "NAME"))).isInstanceOf(StateRefused.class);
    }

    @Test
    void a_file_that_waits_for_its_columns_can_be_discarded_and_nothing_of_it_stays() {
        UUID id = imports.receive("list.csv", csv("甲,乙", "abc,x1", "def,x2"), branch, null);
        settled(id);
        imports.discard(id);
        ImportView gone = imports.get(id);
        assertThat(gone.state()).isEqualTo(ImportState.FAILED);
        assertThat(gone.failureKey()).isEqualTo("imports.failure.DISCARDED");
        assertThat(gone.fileName()).isEmpty();
        assertThat(gone.columns()).isEmpty();
        assertThat(count("SELECT count(*) FROM stored_file WHERE scope_id = ?", id))
                .isZero();
        assertThatThrownBy(() -> imports.discard(id)).isInstanceOf(StateRefused.class);
    }

    @Test
    void a_sender_may_say_what_columns_mean() {
        UUID id = imports.receive("list.csv", csv("甲,乙", "莫非凡,13911110051"), branch, Map.of("甲", "NAME", "2", "PHONE"));
        assertThat(finished(id).state()).isEqualTo(ImportState.COMPLETED);
        assertThat(people.card(person("13911110051"), Purpose.CASE).name()).isEqualTo("莫非凡");
        assertThatThrownBy(() -> imports.receive("list.csv", new byte[1], branch, Map.of("甲", "NO_SUCH")))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void rejected_rows_can_be_downloaded_safely_and_are_destroyed_with_their_key() {
        ImportView view = imported("clients.csv", csv("姓名,手机号,备注", "柯一,13911110061,好", ",,=1+2"));
        assertThat(view.rejected()).isOne();
        String csv = new String(imports.rejectsCsv(view.id(), Locale.SIMPLIFIED_CHINESE), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF原行号,").contains("'=1+2").contains("3,");
        imports.purge(view.id());
        assertThat(imports.rejects(view.id())).isEmpty();
        assertThat(imports.get(view.id()).fileName()).isEmpty();
        assertThat(imports.get(view.id()).purgedAt()).isNotNull();
    }

    @Test
    void rejected_rows_go_by_themselves_after_thirty_days() {
        ImportView view = imported("clients.csv", csv("姓名,手机号,备注", ",,没有人"));
        purge.purgeOld();
        assertThat(imports.rejects(view.id())).hasSize(1);
        jdbc.sql("UPDATE import_job SET finished_at = finished_at - interval '31 days' WHERE id = ?")
                .param(view.id())
                .update();
        purge.purgeOld();
        assertThat(imports.rejects(view.id())).isEmpty();
    }

    @Test
    void an_import_of_another_branch_does_not_exist() {
        ImportView view = imported("clients.csv", csv("姓名,手机号", "连他店,13911110071"));
        Stage.actor =
                new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "clerk", Set.of(Role.STAFF), Set.of(UUID.randomUUID()));
        assertThatThrownBy(() -> imports.get(view.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> imports.rejects(view.id())).isInstanceOf(NotFound.class);
        assertThat(imports.list(0, 10)).isEmpty();
    }

    @Test
    void no_table_holds_a_phone_or_a_name_in_plain_text() {
        String phone = "13911119876";
        String name = "司马金丝雀";
        imported(name + ".csv", csv("姓名,手机号,备注", name + "," + phone + ",=坏,", "," + phone.substring(0, 7) + "****,"));
        assertThat(person(phone)).isNotNull();
        JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(
                environment.getRequiredProperty("spring.datasource.url"),
                "shouxin_owner",
                environment.getRequiredProperty("shouxin.datasource.owner-password")));
        List<String> tables = owner.sql("""
                        SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) FROM information_schema.tables
                        WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'
                        """).query(String.class).list();
        assertThat(tables).contains("public.record_value", "public.import_job", "public.evidence_entry");
        String nameHex = HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
        String phoneHex = HexFormat.of().formatHex(phone.getBytes(StandardCharsets.UTF_8));
        for (String table : tables) {
            long found = owner.sql("SELECT count(*) FROM " + table + " t WHERE t::text ~ ?")
                    .param(String.join("|", phone, name, nameHex, phoneHex))
                    .query(Long.class)
                    .single();
            assertThat(found).as(table).isZero();
        }
    }

    private ImportView imported(String sample) {
        return imported(sample, sample(sample));
    }

    private ImportView imported(String name, byte[] content) {
        return finished(imports.receive(name, content, branch, null));
    }

    private ImportView finished(UUID id) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> imports.get(id), view -> view.state().isFinished());
    }

    private ImportView settled(UUID id) {
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> imports.get(id),
                        view -> view.state() == ImportState.NEEDS_MAPPING
                                || view.state().isFinished());
    }

    private UUID person(String phone) {
        return subjects.byIdentifier(IdentifierKind.PHONE, phone).iterator().next();
    }

    private long count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    private long peopleWithoutPhone(ImportView view) {
        return count("""
                SELECT count(DISTINCT r.subject_id) FROM record r JOIN subject s ON s.id = r.subject_id
                WHERE r.import_id = ? AND s.kind = 'CLIENT' AND NOT EXISTS
                (SELECT 1 FROM subject_index i WHERE i.subject_id = s.id AND i.kind = 'PHONE')
                """, view.id());
    }

    private static int findings(ImportView view, String code) {
        return view.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .mapToInt(finding -> finding.count())
                .sum();
    }

    private static byte[] csv(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] lines(int count) {
        StringBuilder text = new StringBuilder("姓名,手机号,备注\n");
        int base = 10_000 + Math.abs(UUID.randomUUID().hashCode() % 80_000);
        for (int i = 0; i < count; i++) {
            text.append("测")
                    .append((char) ('一' + i))
                    .append(",137")
                    .append(base)
                    .append("%03d".formatted(i))
                    .append(",甲\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode expected(String name) {
        try {
            return JSON.readTree(sample("expected.json")).get(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sample(String name) {
        try (InputStream in = ImportsTest.class.getResourceAsStream("/imports/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<UUID> tiedTo(UUID client, SubjectKind kind) {
        return jdbc.sql("""
                        SELECT s.id FROM subject_link l JOIN subject s ON s.id = l.subject_id
                        WHERE l.client_id = ? AND s.kind = ? ORDER BY s.id
                        """).params(client, kind.name()).query(UUID.class).list();
    }
}
