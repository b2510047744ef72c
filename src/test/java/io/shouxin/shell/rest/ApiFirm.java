package io.shouxin.shell.rest;

import io.shouxin.identity.ApiClients;
import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Firm;
import io.shouxin.platform.Firms;
import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import io.shouxin.record.DealType;
import io.shouxin.record.NewRecord;
import io.shouxin.record.Records;
import io.shouxin.shared.Role;
import io.shouxin.shared.Sector;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.IndexEntry;
import io.shouxin.subject.SubjectKind;
import io.shouxin.subject.Subjects;
import jakarta.annotation.PostConstruct;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;

/** A firm with two branches, one account per role, integrators as the contract names them, and people on demand. */
class ApiFirm {

    static final UUID BROKERS = UUID.fromString("00000000-0000-4000-8000-00000000000a");
    static final UUID HELPERS = UUID.fromString("00000000-0000-4000-8000-00000000000b");

    private static final Set<String> STAFF =
            Set.of("records:import", "records:read", "requests:read", "requests:write", "tasks");

    private final Firms firms;
    private final StaffAccounts accounts;
    private final ApiClients clients;
    private final Subjects subjects;
    private final Records records;
    private final ManagementService jobs;
    private final AtomicInteger number = new AtomicInteger(10_000_000);

    ApiFirm(
            Firms firms,
            StaffAccounts accounts,
            ApiClients clients,
            Subjects subjects,
            Records records,
            ManagementService jobs) {
        this.firms = firms;
        this.accounts = accounts;
        this.clients = clients;
        this.subjects = subjects;
        this.records = records;
        this.jobs = jobs;
    }

    /** Somebody whom the firm knows. */
    record Person(UUID id, String name, String phone) {}

    @PostConstruct
    void open() {
        firms.save(new Firm("诚信行", "上海市示范路 1 号", "李守信", "021-60000000", "privacy@example.com", "上海市网信办", "", "CN"));
        firms.save(new Branch(BROKERS, "徐汇店", Sector.BROKERAGE));
        firms.save(new Branch(HELPERS, "浦东店", Sector.HOUSEKEEPING));
        member("demo-staff", "王芳", Set.of(Role.STAFF), Set.of(BROKERS), STAFF);
        member("demo-clerk", "赵敏", Set.of(Role.STAFF), Set.of(BROKERS), STAFF);
        member("demo-staff-2", "陈静", Set.of(Role.STAFF), Set.of(HELPERS), STAFF);
        member("demo-reviewer", "孙悦", Set.of(Role.REVIEWER), Set.of(BROKERS, HELPERS), STAFF);
        member("demo-officer", "周正", Set.of(Role.PRIVACY_OFFICER), Set.of(BROKERS, HELPERS), STAFF);
        member("demo-legal", "吴法", Set.of(Role.LEGAL), Set.of(BROKERS, HELPERS), Set.of("requests:read", "tasks"));
        member("demo-auditor", "郑审", Set.of(Role.AUDITOR), Set.of(BROKERS, HELPERS), Set.of("evidence:read"));
        clients.create("demo-crm", "demo", Set.of("records:read", "requests:read", "requests:write"), null);
        clients.create("demo-shop", "demo", Set.of("requests:read", "requests:write"), null);
        clients.create("demo-nothing", "demo", Set.of(), null);
    }

    private void member(String name, String label, Set<Role> roles, Set<UUID> branches, Set<String> scopes) {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        accounts.create(new StaffAccount(id, name, label, roles, branches, true), "demo");
        clients.create(name, "demo", scopes, id);
    }

    /** A client with identity and contact data and a wish; nothing that a law keeps. */
    Person person(UUID branch) {
        return person(branch, "林" + number.get(), "138" + number.incrementAndGet());
    }

    Person person(UUID branch, String name, String phone) {
        Person person = new Person(UUID.randomUUID(), name, phone);
        subjects.createAll(Map.of(person.id(), SubjectKind.CLIENT));
        List<NewRecord> held = new ArrayList<>();
        held.add(record(person, branch, Category.IDENTITY, null, null, null, Map.of("NAME", name)));
        held.add(record(person, branch, Category.CONTACT, null, null, null, Map.of("PHONE", phone)));
        held.add(record(person, branch, Category.DEMAND, null, null, null, Map.of("DEMAND", "三房，近地铁 " + phone)));
        index(person, records.store(held));
        return person;
    }

    /** A sale that a law keeps for years. */
    void sale(Person person, UUID branch, LocalDate signed, @Nullable LocalDate ended) {
        records.store(List.of(record(
                person, branch, Category.TRANSACTION, DealType.SALE, signed, ended, Map.of("PRICE", "5200000"))));
    }

    private static NewRecord record(
            Person person,
            UUID branch,
            Category category,
            @Nullable DealType deal,
            @Nullable LocalDate signed,
            @Nullable LocalDate ended,
            Map<String, String> values) {
        return new NewRecord(
                person.id(),
                branch,
                category,
                Classification.GENERAL,
                deal,
                signed,
                ended,
                LocalDate.of(2020, 3, 4),
                LocalDate.of(2020, 3, 1),
                null,
                values);
    }

    private void index(Person person, List<@Nullable UUID> ids) {
        UUID contact = java.util.Objects.requireNonNull(ids.get(1));
        subjects.index(List.of(new IndexEntry(person.id(), contact, IdentifierKind.PHONE, person.phone())));
    }

    /** Lets the engine do what it can do without a person or time passing. */
    void work() {
        for (int round = 0; round < 100; round++) {
            List<Job> waiting =
                    jobs.createJobQuery().messages().withRetriesLeft().list();
            if (waiting.isEmpty()) {
                return;
            }
            for (Job job : waiting) {
                if (jobs.createJobQuery().jobId(job.getId()).count() == 1) {
                    jobs.executeJob(job.getId());
                }
            }
        }
        throw new IllegalStateException("The engine does not come to rest");
    }
}
