package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.document.HandedInFiles;
import io.shouxin.platform.database.DatabaseAccess;
import io.shouxin.platform.database.DatabaseLogin;
import io.shouxin.record.Category;
import io.shouxin.record.ClaimKind;
import io.shouxin.record.ClaimSide;
import io.shouxin.record.Classification;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.ImportView;
import io.shouxin.record.Imports;
import io.shouxin.record.NewClaim;
import io.shouxin.record.OpenClaim;
import io.shouxin.record.Records;
import io.shouxin.record.imports.FieldCatalogue;
import io.shouxin.record.imports.FieldCode;
import io.shouxin.record.imports.FieldDefinition;
import io.shouxin.record.imports.Files;
import io.shouxin.record.imports.PersonRole;
import io.shouxin.request.Channel;
import io.shouxin.request.Draft;
import io.shouxin.request.DraftStore;
import io.shouxin.request.OpenClaims;
import io.shouxin.request.ProofFile;
import io.shouxin.request.ProofFiles;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.StaffDrafts;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.Sector;
import io.shouxin.subject.SubjectKind;
import io.shouxin.testing.EveryTable;
import io.shouxin.testing.Plaintext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.support.DependencyInjectionTestExecutionListener;
import org.springframework.test.context.support.DirtiesContextTestExecutionListener;

/**
 * Everything that a person can write anywhere is a canary. Afterwards none of them is in any table, any line of any log, or any
 * byte of any file of the installation, its database's files and write-ahead log included. The test stops the application itself,
 * so only the listeners run that do not ask for it afterwards.
 */
@SpringBootTest(properties = {"shouxin.testing.own-server=true", "logging.level.io.shouxin=trace"})
@Import(TestFirm.class)
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
@TestExecutionListeners({DependencyInjectionTestExecutionListener.class, DirtiesContextTestExecutionListener.class})
class NoTraceTest {

    /** Stands in every canary that is not a number. */
    private static final String CANARY = "canary金丝雀";

    private static final String LETTER_PHONE = "13977712345";
    private static final String IMPORT_PHONE = "13977754321";
    private static final String WORKBOOK_PHONE = "13977765432";
    /** Stands uncompressed in every workbook, whose cells are compressed. */
    private static final String INSIDE_WORKBOOK = "xl/worksheets/sheet1.xml";

    private static final String CONTROL = "这是对照 planted control";

    private final ConfigurableApplicationContext context;
    private final DatabaseAccess database;
    private final TestFirm firm;
    private final Desks desks;
    private final Imports imports;
    private final OpenClaims claims;
    private final Records records;
    private final DraftStore drafts;
    private final StaffDrafts staffDrafts;
    private final ProofFiles proofs;

    @Autowired
    NoTraceTest(
            ConfigurableApplicationContext context,
            DatabaseAccess database,
            TestFirm firm,
            Imports imports,
            OpenClaims claims,
            Records records,
            DraftStore drafts,
            StaffDrafts staffDrafts,
            ProofFiles proofs) {
        this.context = context;
        this.database = database;
        this.firm = firm;
        this.desks = Desks.of(context);
        this.imports = imports;
        this.claims = claims;
        this.records = records;
        this.drafts = drafts;
        this.staffDrafts = staffDrafts;
        this.proofs = proofs;
    }

    @Test
    void nothing_that_anybody_wrote_can_be_read_from_the_machine(CapturedOutput output) throws SQLException {
        firm.open();
        Set<String> canaries =
                new TreeSet<>(Set.of(CANARY, "金丝雀", LETTER_PHONE, IMPORT_PHONE, WORKBOOK_PHONE, INSIDE_WORKBOOK));
        canaries.addAll(numbers(erasedCompletely()));
        canaries.addAll(numbers(askedAskedBackAndKeptInPart()));
        canaries.addAll(numbers(refused()));
        letterFromSomebodyUnknown();
        importedWithRowsLeftOut();
        importedFromWorkbook();
        halfWritten(firm.client("trace-half", null));
        Plaintext sought = new Plaintext(canaries);

        plant(CONTROL);
        String tables = EveryTable.of(database);
        Path directory = Path.of(context.getEnvironment().getRequiredProperty("shouxin.data"));
        assertThat(sought.in(tables.getBytes(StandardCharsets.UTF_8)))
                .as("in a table")
                .isEmpty();
        assertThat(sought.below(directory)).as("in a file while it runs").isEmpty();
        context.close();

        assertThat(directory.resolve("postgres/postmaster.pid"))
                .as("the server has stopped")
                .doesNotExist();
        assertThat(sought.below(directory)).as("in a file").isEmpty();
        assertThat(sought.in(output.getAll().getBytes(StandardCharsets.UTF_8)))
                .as("in the log")
                .isEmpty();
        assertThat(output.getAll()).as("there is a log").contains("PostgreSQL runs on");
        controlIsFoundInEveryForm(tables, directory);
    }

    private TestFirm.Client erasedCompletely() {
        TestFirm.Client client = firm.client("trace-all", null);
        Map<Category, Map<String, String>> everyField = everyFieldOf(PersonRole.CLIENT);
        Map<SubjectKind, List<UUID>> tied = tiedByEveryField(client);
        halfWritten(client);
        assertThat(everyField).as("categories").hasSizeGreaterThan(10);
        everyField.forEach(
                (category, fields) -> firm.store(client, category, Classification.STATUTORY_SENSITIVE, fields));
        claimedAndEnded(client, "GZ-2026-01");
        claimed(client, "GZ-2026-02");
        RequestId id = desks.submit(client, CANARY + "note", ProofMethod.CODE_AND_ID_LAST_SIX);
        StaffDrafts.Place begun = begunAbout(id);
        desks.decideOpen(id, Map.of("outcome", "DELETE_NOW", "reason", CANARY + "reason"));
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        assertThat(desks.closed(id, client.id()).request().outcome()).isEqualTo(RequestOutcome.COMPLETED);
        tied.forEach((kind, people) -> assertThat(people).allSatisfy(person -> assertThat(records.of(person))
                .as("records of " + kind)
                .hasSize(kind == SubjectKind.CHILD ? 0 : 1)));
        assertThat(drafts.find(client.id())).as("what the client had begun").isEmpty();
        assertThat(staffDrafts.find(begun))
                .as("what somebody had begun about the case")
                .isEmpty();
        return client;
    }

    /** Everybody who can stand in a client's row, one person for each category of what is held of them. */
    private Map<SubjectKind, List<UUID>> tiedByEveryField(TestFirm.Client client) {
        Map<SubjectKind, List<UUID>> tied = new EnumMap<>(SubjectKind.class);
        for (PersonRole role : PersonRole.values()) {
            if (role != PersonRole.CLIENT) {
                SubjectKind kind = SubjectKind.valueOf(role.name());
                everyFieldOf(role).forEach((category, fields) -> tied.computeIfAbsent(kind, of -> new ArrayList<>())
                        .add(firm.tied(client, kind, category, fields)));
            }
        }
        assertThat(tied).containsKeys(SubjectKind.CHILD, SubjectKind.DOMESTIC_WORKER, SubjectKind.CO_OWNER);
        return tied;
    }

    /** What the client wrote and has not sent, and what somebody of the staff began for them. */
    private void halfWritten(TestFirm.Client client) {
        drafts.save(client.id(), Draft.fresh().all().saying(CANARY + "draft"));
        StaffDrafts.Place place = StaffDrafts.Place.entering(UUID.randomUUID());
        staffDrafts.save(place, client.id(), CANARY + "staffDraft");
        assertThat(drafts.find(client.id())).isPresent();
        assertThat(staffDrafts.find(place)).contains(CANARY + "staffDraft");
    }

    /** What somebody of the staff began to write about a case. */
    private StaffDrafts.Place begunAbout(RequestId id) {
        StaffDrafts.Place place = new StaffDrafts.Place(UUID.randomUUID(), id);
        staffDrafts.save(place, null, CANARY + "caseDraft");
        assertThat(staffDrafts.find(place)).contains(CANARY + "caseDraft");
        return place;
    }

    /** Every field that a list can bring of somebody in that role, in either trade, each with a canary of its own. */
    private static Map<Category, Map<String, String>> everyFieldOf(PersonRole role) {
        FieldCatalogue catalogue = FieldCatalogue.standard();
        Map<Category, Map<String, String>> fields = new EnumMap<>(Category.class);
        for (String code : catalogue.codes()) {
            for (Sector sector : Sector.values()) {
                FieldDefinition field = catalogue.definition(new FieldCode(code), sector);
                if (field.person() == role) {
                    fields.computeIfAbsent(field.category(), category -> new TreeMap<>())
                            .put(code, CANARY + code);
                }
            }
        }
        return fields;
    }

    private TestFirm.Client askedAskedBackAndKeptInPart() {
        TestFirm.Client client = firm.client("trace-part", LocalDate.of(2020, 6, 30));
        claimedAndEnded(client, "GZ-2026-03");
        RequestId id = desks.submit(client, CANARY + "note", ProofMethod.ONE_TIME_CODE);
        handedInWithoutProvingAnything(id, client);
        desks.decide(id, "clerk", "await-proof", Map.of("method", "CALLED_BACK", "text", CANARY + "proof"));
        desks.decideOpen(
                id,
                Map.of(
                        "outcome",
                        "RESTRICT_STORAGE_ONLY",
                        "until",
                        LocalDate.now().plusYears(9).toString(),
                        "reason",
                        CANARY + "reason"));
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "ASK_CLIENT", "text", CANARY + "question"));
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_PROOF);
        TestFirm.asClient(client.id(), () -> {
            desks.intake().answerQuestion(id, CANARY + "answer");
            return null;
        });
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        desks.decide(id, "second", "second-review", Map.of("outcome", "RETURNED", "text", CANARY + "returned"));
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED", "reply", CANARY + "reply"));
        desks.decide(id, "third", "second-review", Map.of("outcome", "APPROVED"));
        assertThat(desks.closed(id, client.id()).request().outcome()).isNotEqualTo(RequestOutcome.COMPLETED);
        return client;
    }

    /** A photo that says where it was taken. */
    private void handedInWithoutProvingAnything(RequestId id, TestFirm.Client client) {
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_PROOF);
        ProofFile kept = TestFirm.asClient(client.id(), () -> {
            ProofFile file = proofs.handIn(id, HandedInFiles.photoWithPlace(300, 200, 6));
            proofs.submit(id);
            return file;
        });
        assertThat(HandedInFiles.PLACE).contains(CANARY);
        desks.task(id, "clerk", "see-proof");
        assertThat(firm.asStaff("clerk", () -> proofs.open(kept.id())).content())
                .isNotEmpty();
        desks.decide(id, "clerk", "see-proof", Map.of("outcome", "NOT_ENOUGH", "text", CANARY + "notEnough"));
    }

    private OpenClaim claimed(TestFirm.Client client, String reference) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        return firm.asStaff("clerk", () -> {
            UUID remark = claims.choices(client.id()).stream()
                    .filter(record -> record.category() == Category.NOTE)
                    .map(HeldRecord::id)
                    .findFirst()
                    .orElseThrow();
            return claims.record(new NewClaim(
                            client.id(),
                            TestFirm.BRANCH,
                            ClaimKind.COMPLAINT,
                            ClaimSide.PERSON,
                            reference,
                            today,
                            today.plusMonths(1),
                            null,
                            Set.of(remark),
                            CANARY + "claim"))
                    .claim();
        });
    }

    private void claimedAndEnded(TestFirm.Client client, String reference) {
        OpenClaim claim = claimed(client, reference);
        firm.asStaff("officer", () -> claims.end(claim.id(), CANARY + "claimEnd"));
    }

    private TestFirm.Client refused() {
        TestFirm.Client client = firm.client("trace-refused", null);
        RequestId id = desks.submit(client, CANARY + "note", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.decide(
                id,
                "clerk",
                "review-decisions",
                Map.of("outcome", "REFUSED", "code", "R6", "text", CANARY + "refusal"));
        desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        assertThat(desks.closed(id, client.id()).request().outcome()).isEqualTo(RequestOutcome.REFUSED);
        assertThat(staffDrafts.find(begunAbout(id))).as("and is kept").isPresent();
        return client;
    }

    private void letterFromSomebodyUnknown() {
        RequestId id = desks.enter(
                "clerk",
                DeletionWish.ofSomebody(CANARY + "name", Channel.LETTER)
                        .saying(CANARY + "note")
                        .reachedAt(LETTER_PHONE));
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        Awaitility.await()
                .until(() -> firm.asStaff("clerk", () -> desks.reader().get(id))
                                .request()
                                .status()
                        == RequestStatus.CLOSED);
    }

    private void importedWithRowsLeftOut() {
        String file = "姓名,手机号,备注,%1$sheader\n%1$sperson,%2$s,%1$sremark,%1$scell\n,,%1$sleftout,%1$scell\n"
                .formatted(CANARY, IMPORT_PHONE);
        UUID id = imported(CANARY + "file.csv", file.getBytes(StandardCharsets.UTF_8));
        ImportView view = firm.asStaff("clerk", () -> imports.get(id));
        assertThat(view.people()).isOne();
        assertThat(firm.asStaff("clerk", () -> imports.rejects(id)))
                .as("the row that was left out is kept, and can be read by who may")
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).contains(CANARY + "leftout"));
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        try {
            firm.asStaff("clerk", () -> imports.rejectsCsv(id, Locale.SIMPLIFIED_CHINESE))
                    .writeTo(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(csv.toString(StandardCharsets.UTF_8)).contains(CANARY + "leftout");
    }

    private void importedFromWorkbook() {
        byte[] file = Files.xlsx(Map.of(
                CANARY + "sheet",
                List.of(
                        List.of("姓名", "手机号", "备注"),
                        List.of(CANARY + "xlsxPerson", WORKBOOK_PHONE, CANARY + "xlsxRemark"),
                        List.of("", "", CANARY + "xlsxLeftOut"))));
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains(INSIDE_WORKBOOK);
        UUID id = imported(CANARY + "file.xlsx", file);
        assertThat(firm.asStaff("clerk", () -> imports.get(id)).people()).isOne();
    }

    private UUID imported(String name, byte[] file) {
        UUID id = firm.asStaff("clerk", () -> imports.receive(name, file, TestFirm.BRANCH, null));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> firm.asStaff("clerk", () -> imports.get(id))
                .state()
                .isFinished());
        return id;
    }

    private static List<String> numbers(TestFirm.Client client) {
        return List.of(client.phone(), client.idNumber());
    }

    /** What the search must find, or its silence about the rest means nothing: a text in each form in a table of no meaning. */
    /** Several times, because a page of the write-ahead log may end in the middle of one. */
    private void plant(String text) throws SQLException {
        DatabaseLogin owner = database.owner();
        try (Connection connection = DriverManager.getConnection(database.url(), owner.username(), owner.password());
                Statement create = connection.createStatement()) {
            create.execute("CREATE TABLE scratch (form bytea)");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO scratch VALUES (?)")) {
                for (int i = 0; i < 4; i++) {
                    for (byte[] form : Plaintext.forms(text).values()) {
                        insert.setBytes(1, form);
                        insert.executeUpdate();
                    }
                }
            }
        }
    }

    private static void controlIsFoundInEveryForm(String tables, Path directory) {
        Plaintext control = new Plaintext(List.of(CONTROL));
        assertThat(control.in(tables.getBytes(StandardCharsets.UTF_8))).isNotEmpty();
        List<String> found = new ArrayList<>(control.below(directory));
        assertThat(Plaintext.forms(CONTROL).keySet())
                .allSatisfy(form -> assertThat(found)
                        .as(form + " in the table's file")
                        .anyMatch(hit -> hit.startsWith("postgres/base/") && hit.endsWith("as " + form)))
                .allSatisfy(form -> assertThat(found)
                        .as(form + " in the write-ahead log")
                        .anyMatch(hit -> hit.startsWith("postgres/pg_wal/") && hit.endsWith("as " + form)));
    }
}
