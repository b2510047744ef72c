package io.shouxin.record.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shouxin.ShouxinApplication;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Firms;
import io.shouxin.record.Category;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.ImportView;
import io.shouxin.record.Imports;
import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.record.Records;
import io.shouxin.record.RejectView;
import io.shouxin.record.imports.ProblemCode;
import io.shouxin.record.imports.Severity;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.Role;
import io.shouxin.shared.Sector;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.SubjectKind;
import io.shouxin.subject.Subjects;
import io.shouxin.system.HoldingSystem;
import io.shouxin.system.HoldingSystem.EraseOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** An old list imported again after an erasure: what was erased stays away, and staff see which rows it was. */
@SpringBootTest(classes = ShouxinApplication.class)
@Import(ErasedEarlierTest.Stage.class)
class ErasedEarlierTest {

    private static final Set<Category> KEPT_BY_LAW =
            Set.of(Category.IDENTITY, Category.CONTACT, Category.TRANSACTION, Category.PROPERTY);

    private static final String HEADER = "姓名,手机号,交易类型,签约日期,结束日期,备注";

    @TestConfiguration
    static class Stage {

        static volatile Actor actor = Actor.SYSTEM;

        @Bean
        @Primary
        CurrentActor somebody() {
            return () -> actor;
        }
    }

    private final Imports imports;
    private final Firms firms;
    private final Subjects subjects;
    private final Records records;
    private final PersonData people;
    private final HoldingSystem vault;

    private final UUID branch = UUID.randomUUID();

    @Autowired
    ErasedEarlierTest(
            Imports imports,
            Firms firms,
            Subjects subjects,
            Records records,
            PersonData people,
            @Qualifier("vaultSystem") HoldingSystem vault) {
        this.imports = imports;
        this.firms = firms;
        this.subjects = subjects;
        this.records = records;
        this.people = people;
        this.vault = vault;
    }

    @BeforeEach
    void aFreshBranch() {
        Stage.actor = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "clerk", Set.of(Role.STAFF), Set.of(branch));
        firms.save(new Branch(branch, branch.toString(), Sector.BROKERAGE));
    }

    @Test
    void the_same_list_does_not_bring_back_the_part_that_was_erased() {
        byte[] list = csv(HEADER, "申部分,13922220001,二手房买卖,2024-01-02,2024-03-04,爱喝茶");
        imported(list);
        UUID person = person("13922220001");
        Set<UUID> before = ids(person);
        erase(person, record -> !KEPT_BY_LAW.contains(record.category()));
        Set<UUID> kept = ids(person);
        assertThat(kept).isNotEmpty().hasSizeLessThan(before.size());

        ImportView again = imported(list);
        assertThat(ids(person)).isEqualTo(kept);
        assertThat(again.records()).isZero();
        assertThat(again.rejected()).isOne();
        assertThat(imports.rejects(again.id())).singleElement().satisfies(reject -> {
            assertThat(reject.code()).isEqualTo("ERASED_EARLIER");
            assertThat(reject.row()).isEqualTo(2);
            assertThat(reject.cells()).contains("爱喝茶");
        });
    }

    @Test
    void other_words_of_an_erased_category_stay_away_as_well() {
        imported(csv(HEADER, "申改写,13922220002,二手房买卖,2024-01-02,2024-03-04,爱喝茶"));
        UUID person = person("13922220002");
        erase(person, record -> record.category() == Category.NOTE);
        Set<UUID> kept = ids(person);
        ImportView again = imported(csv(HEADER, "申改写,13922220002,二手房买卖,2024-01-02,2024-03-04,很爱喝茶"));
        assertThat(ids(person)).isEqualTo(kept);
        assertThat(codes(again)).containsExactly("ERASED_EARLIER");
    }

    @Test
    void a_new_deal_is_stored_where_nothing_was_erased_and_the_rest_of_its_row_is_shown_to_staff() {
        imported(csv(HEADER, "申新约,13922220003,二手房买卖,2024-01-02,2024-03-04,爱喝茶"));
        UUID person = person("13922220003");
        erase(person, record -> record.category() == Category.NOTE);
        ImportView later = imported(csv(HEADER, "申新约,13922220003,二手房买卖,2026-05-06,2026-07-08,又来了"));
        assertThat(records.of(person))
                .filteredOn(record -> record.category() == Category.TRANSACTION)
                .hasSize(2);
        assertThat(records.of(person)).extracting(HeldRecord::category).doesNotContain(Category.NOTE);
        assertThat(codes(later)).containsExactly("ERASED_EARLIER");
    }

    @Test
    void who_can_no_longer_be_matched_after_a_part_was_erased_does_not_come_back_as_somebody_new() {
        byte[] list = csv(HEADER, "申无号,13922220004,二手房买卖,2024-01-02,2024-03-04,爱喝茶");
        imported(list);
        UUID person = person("13922220004");
        erase(person, record -> record.category() != Category.TRANSACTION);
        ImportView again = imported(list);
        assertThat(subjects.byIdentifier(IdentifierKind.PHONE, "13922220004")).isEmpty();
        assertThat(codes(again)).containsExactly("ERASED_EARLIER");
    }

    @Test
    void who_was_known_by_a_chat_name_or_an_address_for_mail_only_does_not_come_back() {
        byte[] list = csv("姓名,手机号,微信号,邮箱", "申微信,,wx_shen_22220005,", "申邮件,,,Shen.22220005@example.com");
        imported(list);
        UUID byChat = found(IdentifierKind.WECHAT, "wx_shen_22220005");
        UUID byMail = found(IdentifierKind.EMAIL, "shen.22220005@example.com");
        erase(byChat, record -> true);
        erase(byMail, record -> true);
        ImportView again = imported(list);
        assertThat(again.records()).isZero();
        assertThat(codes(again)).containsExactly("ERASED_EARLIER", "ERASED_EARLIER");
    }

    @Test
    void a_child_does_not_come_back_with_the_list_of_the_parent() {
        byte[] list = csv("姓名,手机号,子女姓名", "申家长,13922220006,申小宝");
        imported(list);
        UUID parent = person("13922220006");
        UUID child = subjects.tiedOnlyTo(parent, SubjectKind.CHILD).get(0);
        erase(child, record -> true);
        ImportView again = imported(list);
        assertThat(subjects.tiedOnlyTo(parent, SubjectKind.CHILD)).isEmpty();
        assertThat(again.findings()).singleElement().satisfies(finding -> assertThat(finding.code())
                .isEqualTo("THIRD_PARTY_LEFT_OUT"));

        imported(csv("姓名,手机号,子女姓名", "申别家,13922220007,申小宝"));
        assertThat(subjects.tiedOnlyTo(person("13922220007"), SubjectKind.CHILD))
                .hasSize(1);
    }

    @Test
    void a_child_erased_together_with_one_parent_does_not_come_back_with_the_other_of_the_same_number() {
        imported(csv("姓名,手机号,子女姓名", "申父亲,13922220008,申小去", "申母亲,13922220008,"));
        UUID mother = found(IdentifierKind.NAME, "申母亲");
        UUID father = found(IdentifierKind.NAME, "申父亲");
        UUID child = subjects.tiedOnlyTo(father, SubjectKind.CHILD).get(0);
        vault.erase(new EraseOrder(
                UUID.randomUUID().toString(),
                UUID.randomUUID(),
                Map.of(father, ids(father), child, ids(child)),
                Set.of()));
        imported(csv("姓名,手机号,子女姓名", "申母亲,13922220008,申小去"));
        assertThat(records.of(mother)).isNotEmpty();
        assertThat(subjects.tiedOnlyTo(mother, SubjectKind.CHILD)).isEmpty();
    }

    @Test
    void who_was_erased_as_a_whole_does_not_come_back_and_the_row_is_shown_to_staff() {
        imported(csv("姓名,手机号", "孟已删,13911110031"));
        erase(person("13911110031"), record -> true);
        ImportView view = imported(csv("姓名,手机号", "孟已删,13911110031", "孟别人,13911110032"));
        assertThat(view.people()).isOne();
        assertThat(codes(view)).containsExactly("ERASED_EARLIER");
        assertThat(subjects.byIdentifier(IdentifierKind.PHONE, "13911110031")).isEmpty();
    }

    @Test
    void who_is_known_by_name_only_is_the_same_person_again_after_a_part_was_erased() {
        byte[] list = csv("姓名,手机号,交易类型,签约日期,备注", "申只名,,二手房买卖,2024-01-02,爱喝茶");
        imported(list);
        UUID person = found(IdentifierKind.NAME, "申只名");
        erase(person, record -> record.category() == Category.NOTE);
        ImportView again = imported(list);
        assertThat(subjects.byIdentifier(IdentifierKind.NAME, "申只名")).containsExactly(person);
        assertThat(codes(again)).contains("ERASED_EARLIER");
        assertThat(people.card(person, Purpose.CASE).name()).isEqualTo("申只名");
    }

    private void erase(UUID subject, Predicate<HeldRecord> which) {
        Set<UUID> wanted =
                records.of(subject).stream().filter(which).map(HeldRecord::id).collect(Collectors.toSet());
        vault.erase(new EraseOrder(UUID.randomUUID().toString(), UUID.randomUUID(), Map.of(subject, wanted), Set.of()));
    }

    private Set<UUID> ids(UUID subject) {
        return records.of(subject).stream().map(HeldRecord::id).collect(Collectors.toSet());
    }

    /** The reasons for which rows were left out, warnings beside them not counted. */
    private List<String> codes(ImportView view) {
        return imports.rejects(view.id()).stream()
                .map(RejectView::code)
                .filter(code -> ProblemCode.valueOf(code).severity() == Severity.REJECT)
                .toList();
    }

    private UUID person(String phone) {
        return found(IdentifierKind.PHONE, phone);
    }

    private UUID found(IdentifierKind kind, String value) {
        return subjects.byIdentifier(kind, value).iterator().next();
    }

    private ImportView imported(byte[] list) {
        UUID id = imports.receive("clients.csv", list, branch, null);
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> imports.get(id), view -> view.state().isFinished());
    }

    private static byte[] csv(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }
}
