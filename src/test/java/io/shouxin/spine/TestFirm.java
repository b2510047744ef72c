package io.shouxin.spine;

import io.shouxin.identity.ClientPrincipal;
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
import io.shouxin.record.imports.IdentityNumber;
import io.shouxin.shared.Role;
import io.shouxin.shared.Sector;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.IndexEntry;
import io.shouxin.subject.SubjectKind;
import io.shouxin.subject.Subjects;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.stereotype.Component;

/** A small firm for tests: a branch, a clerk, a second person, an officer, and clients with records made of canaries. */
@Component
public class TestFirm {

    public static final UUID BRANCH = UUID.fromString("00000000-0000-4000-8000-00000000b001");
    public static final UUID OTHER_BRANCH = UUID.fromString("00000000-0000-4000-8000-00000000b002");

    private final Firms firms;
    private final StaffAccounts accounts;
    private final Subjects subjects;
    private final Records records;

    TestFirm(Firms firms, StaffAccounts accounts, Subjects subjects, Records records) {
        this.firms = firms;
        this.accounts = accounts;
        this.subjects = subjects;
        this.records = records;
    }

    /** A client with a child and nine records. */
    public record Client(UUID id, UUID child, String phone, String idNumber, List<String> canaries) {}

    public void open() {
        firms.save(new Firm(
                "测试房产", "测试路 1 号", "负责人", "021-5550 0100", "privacy@firm.example", "主管部门", "Supervisor", "CN"));
        firms.save(new Branch(BRANCH, "一店", Sector.BROKERAGE));
        firms.save(new Branch(OTHER_BRANCH, "二店", Sector.HOUSEKEEPING));
        account("clerk", Role.STAFF, BRANCH);
        account("clerk2", Role.STAFF, OTHER_BRANCH);
        account("second", Role.REVIEWER, BRANCH);
        account("third", Role.REVIEWER, BRANCH);
        account("officer", Role.PRIVACY_OFFICER, BRANCH);
    }

    private void account(String name, Role role, UUID branch) {
        if (accounts.byUsername(name).isEmpty()) {
            accounts.create(
                    new StaffAccount(UUID.randomUUID(), name, name, Set.of(role), Set.of(branch), true), "secret");
        }
    }

    /** A client whose sale ended on the given day, or who never made a deal. */
    public Client client(String tag, @Nullable LocalDate saleEnded) {
        return client(tag, saleEnded == null ? null : saleEnded.minusMonths(3), saleEnded);
    }

    /** A client whose sale began on the given day, and of whose end nobody wrote anything down. */
    public Client clientOfOpenDeal(String tag, LocalDate signed) {
        return client(tag, signed, null);
    }

    /**
     * An identity number whose check digit is never right: clients of tests are told by their telephone, and whoever needs people
     * whose numbers tell them apart writes the numbers down.
     */
    static String idNumber(String tag) {
        int number = Math.floorMod(tag.hashCode(), 1000);
        String mistyped = "99010119800101%03dX";
        String first = mistyped.formatted(number);
        boolean right = IdentityNumber.normalise(first).problems().isEmpty();
        return right ? mistyped.formatted((number + 1) % 1000) : first;
    }

    private Client client(String tag, @Nullable LocalDate signed, @Nullable LocalDate saleEnded) {
        UUID id = UUID.randomUUID();
        UUID child = UUID.randomUUID();
        String phone = "139%08d".formatted(Math.floorMod(tag.hashCode(), 100_000_000));
        String idNumber = idNumber(tag);
        List<String> canaries = new ArrayList<>(List.of(phone, idNumber));
        subjects.createAll(Map.of(id, SubjectKind.CLIENT, child, SubjectKind.CHILD));
        subjects.link(List.of(new Subjects.Tie(child, id)));
        DealType deal = signed == null ? null : DealType.SALE;
        List<NewRecord> all = new ArrayList<>();
        all.add(record(
                id,
                Category.IDENTITY,
                Classification.POLICY_SENSITIVE,
                deal,
                signed,
                saleEnded,
                values(canaries, tag, "NAME", "ID_NUMBER=" + idNumber)));
        all.add(record(
                id,
                Category.CONTACT,
                Classification.GENERAL,
                deal,
                signed,
                saleEnded,
                values(canaries, tag, "PHONE=" + phone, "WECHAT")));
        all.add(record(
                id,
                Category.DEMAND,
                Classification.GENERAL,
                deal,
                signed,
                saleEnded,
                values(canaries, tag, "AREA_WANTED", "LAYOUT")));
        all.add(record(
                id,
                Category.PROPERTY,
                Classification.POLICY_SENSITIVE,
                deal,
                signed,
                saleEnded,
                values(canaries, tag, "PROPERTY_ADDRESS")));
        all.add(record(
                id,
                Category.TRANSACTION,
                Classification.POLICY_SENSITIVE,
                deal,
                signed,
                saleEnded,
                values(canaries, tag, "PRICE", "CONTRACT_NUMBER")));
        all.add(record(
                id,
                Category.HOUSEHOLD,
                Classification.POLICY_SENSITIVE,
                deal,
                signed,
                saleEnded,
                values(canaries, tag, "MARITAL_STATUS")));
        all.add(record(
                id, Category.NOTE, Classification.GENERAL, deal, signed, saleEnded, values(canaries, tag, "NOTE")));
        all.add(record(
                id,
                Category.INTERNAL,
                Classification.GENERAL,
                deal,
                signed,
                saleEnded,
                values(canaries, tag, "CUSTOMER_NUMBER")));
        all.add(record(
                child,
                Category.CHILD,
                Classification.STATUTORY_SENSITIVE_CHILD,
                deal,
                signed,
                saleEnded,
                values(canaries, tag, "CHILD_NAME")));
        List<@Nullable UUID> ids = records.store(all);
        subjects.index(List.of(
                new IndexEntry(id, java.util.Objects.requireNonNull(ids.get(0)), IdentifierKind.ID_NUMBER, idNumber),
                new IndexEntry(id, java.util.Objects.requireNonNull(ids.get(1)), IdentifierKind.PHONE, phone)));
        return new Client(id, child, phone, idNumber, canaries);
    }

    /** A client of whom sensitive data is held, but nothing that could be asked for online. */
    public Client quietClient(String tag) {
        UUID id = UUID.randomUUID();
        String phone = "137%08d".formatted(Math.floorMod(tag.hashCode(), 100_000_000));
        List<String> canaries = new ArrayList<>(List.of(phone));
        subjects.createAll(Map.of(id, SubjectKind.CLIENT));
        List<@Nullable UUID> ids = records.store(List.of(
                record(
                        id,
                        Category.CONTACT,
                        Classification.GENERAL,
                        null,
                        null,
                        null,
                        values(canaries, tag, "NAME", "PHONE=" + phone)),
                record(
                        id,
                        Category.HOME_ACCESS,
                        Classification.POLICY_SENSITIVE,
                        null,
                        null,
                        null,
                        values(canaries, tag, "DOOR_CODE"))));
        subjects.index(
                List.of(new IndexEntry(id, java.util.Objects.requireNonNull(ids.get(0)), IdentifierKind.PHONE, phone)));
        return new Client(id, id, phone, "", canaries);
    }

    /** A client of whom only the other branch holds something. */
    public Client clientElsewhere(String tag) {
        UUID id = UUID.randomUUID();
        String phone = "135%08d".formatted(Math.floorMod(tag.hashCode(), 100_000_000));
        List<String> canaries = new ArrayList<>(List.of(phone));
        subjects.createAll(Map.of(id, SubjectKind.CLIENT));
        List<@Nullable UUID> ids = records.store(List.of(new NewRecord(
                id,
                OTHER_BRANCH,
                Category.CONTACT,
                Classification.GENERAL,
                null,
                null,
                null,
                null,
                null,
                null,
                values(canaries, tag, "NAME", "PHONE=" + phone))));
        subjects.index(
                List.of(new IndexEntry(id, java.util.Objects.requireNonNull(ids.get(0)), IdentifierKind.PHONE, phone)));
        return new Client(id, id, phone, "", canaries);
    }

    /** Somebody whose labour contract ended on that day: a law has one record kept for two years after it, and not the other. */
    public Client worker(String tag, LocalDate contractEnded) {
        UUID id = UUID.randomUUID();
        String phone = "136%08d".formatted(Math.floorMod(tag.hashCode(), 100_000_000));
        List<String> canaries = new ArrayList<>(List.of(phone));
        subjects.createAll(Map.of(id, SubjectKind.CLIENT));
        List<@Nullable UUID> ids = records.store(List.of(
                record(
                        id,
                        Category.CONTACT,
                        Classification.GENERAL,
                        null,
                        null,
                        null,
                        values(canaries, tag, "NAME", "PHONE=" + phone)),
                record(
                        id,
                        Category.WORKER,
                        Classification.POLICY_SENSITIVE,
                        null,
                        contractEnded.minusYears(1),
                        contractEnded,
                        values(canaries, tag, "WORKER_NAME"))));
        subjects.index(
                List.of(new IndexEntry(id, java.util.Objects.requireNonNull(ids.get(0)), IdentifierKind.PHONE, phone)));
        return new Client(id, id, phone, "", canaries);
    }

    /** Somebody who stands in a client's records and has one of their own, as a domestic worker does. */
    public UUID tied(Client client, SubjectKind kind, Category category, Map<String, String> values) {
        UUID id = UUID.randomUUID();
        subjects.createAll(Map.of(id, kind));
        subjects.link(List.of(new Subjects.Tie(id, client.id())));
        records.store(List.of(record(id, category, Classification.POLICY_SENSITIVE, null, null, null, values)));
        return id;
    }

    /** Gives a client one record more, outside any deal. */
    public void store(Client client, Category category, Classification classification, Map<String, String> values) {
        records.store(List.of(record(client.id(), category, classification, null, null, null, values)));
    }

    private static NewRecord record(
            UUID subject,
            Category category,
            Classification classification,
            @Nullable DealType deal,
            @Nullable LocalDate signed,
            @Nullable LocalDate ended,
            Map<String, String> values) {
        return new NewRecord(
                subject, BRANCH, category, classification, deal, signed, ended, null, signed, null, values);
    }

    private static Map<String, String> values(List<String> canaries, String tag, String... fields) {
        Map<String, String> values = new java.util.TreeMap<>();
        for (String field : fields) {
            int equals = field.indexOf('=');
            String name = equals < 0 ? field : field.substring(0, equals);
            String value = equals < 0 ? "canary金丝雀" + name + tag : field.substring(equals + 1);
            values.put(name, value);
            if (equals < 0) {
                canaries.add(value);
            }
        }
        return values;
    }

    /** As a client who proved who they are before anybody who had been merged into them went back. */
    public static <T> T asClient(UUID subject, Supplier<T> work) {
        ClientPrincipal client = new ClientPrincipal(subject, 0);
        return as(new UsernamePasswordAuthenticationToken(client, null, List.of()), work);
    }

    public <T> T asStaff(String username, Supplier<T> work) {
        return as(signedIn(username), work);
    }

    /** Somebody who has signed in once and goes on working. */
    public Authentication signedIn(String username) {
        var user = User.withUsername(username)
                .password("")
                .roles(accounts.byUsername(username).orElseThrow().roles().stream()
                        .map(Enum::name)
                        .toArray(String[]::new))
                .build();
        return new UsernamePasswordAuthenticationToken(user, null, user.getAuthorities());
    }

    public static <T> T as(Authentication who, Supplier<T> work) {
        SecurityContextHolder.getContext().setAuthentication(who);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
