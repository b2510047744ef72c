package io.shouxin.record.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import io.shouxin.record.imports.MappedColumn.How;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that other firms might have: the same people must come out. */
class LayoutsTest {

    private static final Sheet SAMPLE = Files.sheet("housekeeping-clients.csv");
    private static final Sheet BROKERAGE = Files.sheet("brokerage-clients.xlsx");

    private static List<String> names(List<InterpretedRow> rows) {
        return rows.stream()
                .map(row -> row.persons().get(0).first(IdentifierType.NAME).orElse("?")
                        + row.persons().get(0).values(IdentifierType.PHONE))
                .toList();
    }

    private static Sheet read(byte[] content) {
        return new SheetReader().read(content, "upload.bin");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, 44",
        "UTF-8, 9",
        "UTF-8, 59",
        "UTF-8, 124",
        "GB18030, 44",
        "GB18030, 9",
        "UTF-16LE, 44",
        "UTF-16BE, 9",
        "UTF-16, 59"
    })
    void any_charset_and_delimiter_gives_the_same_people(String charset, int delimiter) {
        byte[] content = Files.delimited(SAMPLE, (char) delimiter).getBytes(Charset.forName(charset));
        assertThat(names(Files.interpret(read(content)))).isEqualTo(names(Files.interpret(SAMPLE)));
    }

    @Test
    void a_byte_order_mark_is_not_part_of_the_first_header() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        content.writeBytes("姓名,手机号\n王强,13015230413\n".getBytes(StandardCharsets.UTF_8));
        assertThat(Files.columns(read(content.toByteArray()))
                        .columns()
                        .get(0)
                        .field()
                        .value())
                .isEqualTo("NAME");
    }

    @Test
    void shuffled_columns_give_the_same_people() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < SAMPLE.width(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(7));
        List<Row> rows = SAMPLE.rows().stream()
                .map(row -> new Row(row.number(), order.stream().map(row::cell).toList()))
                .toList();
        Sheet shuffled = new Sheet("s", "test", rows);
        assertThat(names(Files.interpret(shuffled))).isEqualTo(names(Files.interpret(SAMPLE)));
    }

    @Test
    void renamed_columns_are_found_by_their_other_names() {
        Sheet sheet = Files.csv("*业主姓名（必填）,客户手机号码,证件号码,房屋坐落,签约日期,合同到期日,成交总价（万）\n"
                + "李雷,13800138000,,上海市静安区某路 1 号,2024-01-02,2024/2/3,388.5\n");
        assertThat(Files.columns(sheet).columns())
                .extracting(column -> column.field().value())
                .containsExactly("NAME", "PHONE", "ID_NUMBER", "PROPERTY_ADDRESS", "SIGNED_ON", "ENDED_ON", "PRICE");
        RecordDraft deal = Files.interpret(sheet).get(0).records().stream()
                .filter(each -> each.category() == Category.TRANSACTION)
                .findFirst()
                .orElseThrow();
        assertThat(deal.fields()).containsEntry("PRICE", "3885000");
        assertThat(deal.signedOn()).isEqualTo(LocalDate.of(2024, 1, 2));
        assertThat(deal.endedOn()).isEqualTo(LocalDate.of(2024, 2, 3));
    }

    @Test
    void a_header_in_row_four_below_titles_is_found() {
        Sheet sheet = Files.csv("客户资料表,,\n制表：门店前台,,\n,,\n姓名,电话,备注\n王强,13015230413,老客户\n");
        assertThat(Files.columns(sheet).headerRow()).isEqualTo(4);
        assertThat(Files.interpret(sheet)).singleElement().satisfies(row -> assertThat(row.rowNumber())
                .isEqualTo(5));
    }

    @Test
    void a_sheet_without_header_is_read_by_its_content() {
        Sheet sheet = new Sheet(
                "s",
                "test",
                BROKERAGE.rows().stream().filter(row -> row.number() > 3).toList());
        ColumnMap columns = Files.columns(sheet);
        assertThat(columns.headerRow()).isZero();
        assertThat(columns.columns().get(1).field().value()).isEqualTo("NAME");
        assertThat(columns.columns().get(3).field().value()).isEqualTo("PHONE");
        assertThat(columns.columns().get(5).field().value()).isEqualTo("ID_NUMBER");
        assertThat(columns.columns().get(19).how()).isIn(How.CONTENT, How.UNKNOWN);
        assertThat(names(Files.interpret(sheet))).isEqualTo(names(Files.interpret(BROKERAGE)));
    }

    @Test
    void without_a_header_the_identity_number_beside_a_second_name_is_not_the_clients() {
        Sheet sheet =
                new Sheet("s", "test", SAMPLE.rows().subList(1, SAMPLE.rows().size()));
        ColumnMap columns = Files.columns(sheet);
        assertThat(columns.columns().get(0).field().value()).isEqualTo("NAME");
        assertThat(columns.columns().get(1).field().value()).isEqualTo("PHONE");
        assertThat(columns.find("ID_NUMBER")).isEmpty();
        assertThat(columns.columns().get(14).field().isUnknown()).isTrue();
    }

    @Test
    void an_unknown_header_row_is_recognised_by_contrast_and_not_taken_for_a_person() {
        Sheet sheet =
                Files.csv("甲,乙,丙\n王强,13015230413,2024-01-02\n周玉,13811419212,2024-01-03\n韩雨,18687851253,2024-02-01\n");
        ColumnMap columns = Files.columns(sheet);
        assertThat(columns.headerRow()).isEqualTo(1);
        assertThat(columns.find("PHONE")).get().extracting(MappedColumn::how).isEqualTo(How.CONTENT);
        assertThat(Files.interpret(sheet)).hasSize(3);
    }

    @Test
    void an_unknown_column_is_kept_as_policy_sensitive() {
        Sheet sheet = Files.csv("姓名,手机号,幸运星座\n王强,13015230413,处女座\n");
        RecordDraft kept = Files.interpret(sheet).get(0).records().stream()
                .filter(each -> each.category() == Category.UNCLASSIFIED)
                .findFirst()
                .orElseThrow();
        assertThat(kept.fields()).containsEntry("UNKNOWN_3", "处女座");
        assertThat(kept.classification()).isEqualTo(Classification.POLICY_SENSITIVE);
    }

    @Test
    void another_persons_phone_is_never_the_clients() {
        Sheet sheet = Files.csv("姓名,手机号,配偶手机号,介绍人电话,房管员联系号\n王强,13015230413,13811419212,18687851253,13613106229\n");
        List<PersonDraft> persons = Files.interpret(sheet).get(0).persons();
        assertThat(persons.get(0).values(IdentifierType.PHONE)).containsExactly("13015230413");
        assertThat(persons)
                .hasSize(3)
                .filteredOn(p -> p.role() == PersonRole.CONTACT_PERSON)
                .hasSize(2);
    }

    @Test
    void a_contact_column_is_the_client_where_there_is_no_other_name() {
        assertThat(Files.columns(Files.csv("联系人,联系人电话\n王强,13015230413\n")).hasName())
                .isTrue();
        assertThat(Files.columns(Files.csv("公司名称,姓名,联系人\n某某公司,王强,周玉\n")).find("CONTACT_NAME"))
                .isPresent();
    }

    @Test
    void several_children_and_several_phone_columns_are_all_kept() {
        Sheet sheet = Files.csv("姓名,手机号1,手机号2,子女姓名,子女出生日期\n王强,13015230413,13811419212,王一、王二,2015-01-02、2010-01-02\n");
        InterpretedRow row = Files.interpret(sheet).get(0);
        assertThat(row.persons().get(0).values(IdentifierType.PHONE)).hasSize(2);
        assertThat(row.persons())
                .filteredOn(person -> person.role() == PersonRole.CHILD)
                .extracting(PersonDraft::birthDate)
                .containsExactly(LocalDate.of(2015, 1, 2), LocalDate.of(2010, 1, 2));
        assertThat(row.records())
                .filteredOn(each -> each.category() == Category.CHILD)
                .extracting(RecordDraft::classification)
                .containsExactly(Classification.STATUTORY_SENSITIVE_CHILD, Classification.POLICY_SENSITIVE);
    }

    @Test
    void repeated_headers_totals_and_rows_of_nobody_are_left_out_with_a_reason() {
        List<InterpretedRow> rows =
                Files.interpret(Files.csv("姓名,手机号,备注\n王强,13015230413,\n姓名,手机号,备注\n合计,,1\n,,谁也不是\n"));
        assertThat(rows.subList(1, 4)).allMatch(InterpretedRow::rejected);
        assertThat(rows.stream().flatMap(row -> row.problems().stream()).map(Problem::code))
                .containsExactly(ProblemCode.REPEATED_HEADER, ProblemCode.TOTAL_ROW, ProblemCode.NOBODY_IN_ROW);
    }

    @Test
    void what_cannot_be_read_stays_in_the_record_as_it_was_typed() {
        InterpretedRow row = Files.interpret(Files.csv("姓名,手机号,录入日期\n王强,138****1234,2021-02-30\n"))
                .get(0);
        assertThat(row.problems())
                .extracting(Problem::code)
                .contains(ProblemCode.PHONE_MASKED, ProblemCode.DATE_IMPOSSIBLE, ProblemCode.NO_CONTACT);
        assertThat(row.records().toString()).doesNotContain("138");
        assertThat(row.records().stream().flatMap(each -> each.fields().values().stream()))
                .contains("138****1234", "2021-02-30");
    }

    @Test
    void what_is_no_bank_account_stays_as_it_was_typed_and_is_named() {
        List<InterpretedRow> rows = Files.interpret(read(Files.xlsx(
                false,
                List.of(
                        List.of("姓名", "手机号", "银行账号"),
                        List.of("王强", "13015230413", " abc "),
                        List.of("李敏", "13015230414", "6222 0212 3456 7890")))));
        assertThat(rows.get(0).problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.BANK_ACCOUNT_UNREADABLE);
        assertThat(values(rows.get(0))).contains("abc");
        assertThat(rows.get(1).problems()).isEmpty();
        assertThat(values(rows.get(1))).contains("6222021234567890");
    }

    private static List<String> values(InterpretedRow row) {
        return row.records().stream()
                .flatMap(each -> each.fields().values().stream())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void both_epochs_of_excel_are_read(boolean epoch1904) {
        int serial = (int) (LocalDate.of(2024, 5, 6).toEpochDay()
                - LocalDate.of(epoch1904 ? 1904 : 1899, epoch1904 ? 1 : 12, epoch1904 ? 1 : 30)
                        .toEpochDay());
        Sheet sheet = read(Files.xlsx(
                epoch1904,
                List.of(List.of("姓名", "手机号", "录入日期", "最近联系日期"), List.of("王强", 13015230413L, serial, (double) serial))));
        assertThat(Files.interpret(sheet).get(0).records()).allSatisfy(each -> {
            assertThat(each.recordedOn()).isEqualTo(LocalDate.of(2024, 5, 6));
            assertThat(each.lastContactOn()).isEqualTo(LocalDate.of(2024, 5, 6));
        });
    }

    @Test
    void a_number_that_excel_has_rounded_is_kept_and_named() {
        Sheet sheet = read(Files.xlsx(
                false, List.of(List.of("姓名", "手机号", "身份证号"), List.of("王强", "13015230413", 3.20102198112291E17))));
        InterpretedRow row = Files.interpret(sheet).get(0);
        assertThat(row.problems()).extracting(Problem::code).containsExactly(ProblemCode.NUMBER_ROUNDED);
    }
}
