package io.shouxin.record.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.record.Hold;
import io.shouxin.record.HoldKind;
import io.shouxin.record.Holds;
import io.shouxin.record.ImportView;
import io.shouxin.record.Purpose;
import io.shouxin.shared.Actor;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.SubjectKind;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Who the people of a list are, and whose data it may not touch. */
class ImportedPeopleTest extends ImportsOnADatabase {

    private final Holds holds;
    private final TransactionTemplate transaction;
    private final Environment environment;

    @Autowired
    ImportedPeopleTest(Tools tools, Holds holds, TransactionTemplate transaction, Environment environment) {
        super(tools);
        this.holds = holds;
        this.transaction = transaction;
        this.environment = environment;
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
    void the_numbers_of_a_contract_and_of_a_client_find_people_and_make_nobody_one_with_another() {
        imported(
                "clients.csv",
                csv("姓名,手机号,客户编号,合同编号", "钟一号,13911110061,kh 0061,HT-2026-61", "钟二号,13911110062,kh 0061,HT-2026-62"));
        UUID one = person("13911110061");
        UUID two = person("13911110062");
        assertThat(one).isNotEqualTo(two);
        assertThat(subjects.byIdentifier(IdentifierKind.CUSTOMER_NUMBER, "KH0061"))
                .containsExactlyInAnyOrder(one, two);
        assertThat(subjects.byIdentifier(IdentifierKind.CONTRACT_NUMBER, "HT-2026-62"))
                .containsExactly(two);
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

    private List<UUID> tiedTo(UUID client, SubjectKind kind) {
        return jdbc.sql("""
                        SELECT s.id FROM subject_link l JOIN subject s ON s.id = l.subject_id
                        WHERE l.client_id = ? AND s.kind = ? ORDER BY s.id
                        """).params(client, kind.name()).query(UUID.class).list();
    }
}
