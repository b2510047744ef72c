package io.shouxin.record.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import io.shouxin.record.DealType;
import io.shouxin.shared.Sector;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The figures of {@code expected.json}, one by one. */
class SampleFilesTest {

    private static final String BROKERAGE = "brokerage-clients.xlsx";
    private static final String HOUSEKEEPING = "housekeeping-clients.csv";

    private static List<InterpretedRow> brokerage = List.of();
    private static List<InterpretedRow> housekeeping = List.of();
    private static ColumnMap brokerageColumns = new ColumnMap(List.of(), 0, 1, null);
    private static ColumnMap housekeepingColumns = new ColumnMap(List.of(), 0, 1, null);
    private static JsonNode expected = new ObjectMapper().createObjectNode();

    @BeforeAll
    static void read() throws IOException {
        expected = new ObjectMapper().readTree(Files.sample("expected.json"));
        Sheet sheet = Files.sheet(BROKERAGE);
        brokerageColumns = Files.columns(sheet);
        LocalDate asOf = LocalDate.parse(expected.get(BROKERAGE).get("as_of").asText());
        brokerage = new RowInterpreter(brokerageColumns, Sector.HOUSEKEEPING, asOf).interpret(sheet);
        Sheet csv = Files.sheet(HOUSEKEEPING);
        housekeepingColumns = Files.columns(csv);
        housekeeping = new RowInterpreter(housekeepingColumns, Sector.BROKERAGE, asOf).interpret(csv);
    }

    private static long brokerageFigure(String name) {
        return expected.get(BROKERAGE).get(name).asLong();
    }

    private static long housekeepingFigure(String name) {
        return expected.get(HOUSEKEEPING).get(name).asLong();
    }

    private static long rowsWith(List<InterpretedRow> rows, ProblemCode code) {
        return rows.stream()
                .filter(row -> row.problems().stream().anyMatch(problem -> problem.code() == code))
                .count();
    }

    private static long records(List<InterpretedRow> rows, Predicate<RecordDraft> which) {
        return rows.stream()
                .flatMap(row -> row.records().stream())
                .filter(which)
                .count();
    }

    private static long rowsOf(DealType deal) {
        return brokerage.stream()
                .filter(row -> row.records().stream().anyMatch(each -> each.dealType() == deal))
                .count();
    }

    private static PersonDraft client(InterpretedRow row) {
        return row.persons().get(0);
    }

    @Test
    void every_row_of_the_brokerage_is_imported() {
        assertThat(brokerage).hasSize((int) brokerageFigure("rows")).noneMatch(InterpretedRow::rejected);
    }

    @Test
    void every_row_of_the_housekeeping_firm_is_imported() {
        assertThat(housekeeping).hasSize((int) housekeepingFigure("rows")).noneMatch(InterpretedRow::rejected);
    }

    @Test
    void the_trade_is_told_by_the_columns() {
        assertThat(brokerageColumns.sector()).isEqualTo(Sector.BROKERAGE);
        assertThat(housekeepingColumns.sector()).isEqualTo(Sector.HOUSEKEEPING);
    }

    @Test
    void every_column_of_both_files_is_known() {
        assertThat(brokerageColumns.columns()).hasSize(28).noneMatch(column -> column.field()
                .isUnknown());
        assertThat(housekeepingColumns.columns()).hasSize(17).noneMatch(column -> column.field()
                .isUnknown());
        assertThat(brokerageColumns.headerRow()).isEqualTo(3);
        assertThat(housekeepingColumns.headerRow()).isEqualTo(1);
        assertThat(brokerageColumns.hasName() && brokerageColumns.hasContact()).isTrue();
        assertThat(housekeepingColumns.hasName() && housekeepingColumns.hasContact())
                .isTrue();
    }

    @Test
    void rows_without_a_phone_are_counted_and_imported() {
        assertThat(rowsWith(brokerage, ProblemCode.NO_PHONE)).isEqualTo(brokerageFigure("no_phone"));
        assertThat(rowsWith(brokerage, ProblemCode.NO_CONTACT)).isEqualTo(14);
    }

    @Test
    void wrong_check_digits_are_counted_and_kept() {
        assertThat(rowsWith(brokerage, ProblemCode.ID_CHECK_DIGIT)).isEqualTo(brokerageFigure("bad_id"));
        assertThat(brokerage.stream()
                        .flatMap(row -> client(row).identifiers().stream())
                        .filter(id -> id.type() == IdentifierType.ID_NUMBER && !id.reliable()))
                .hasSize((int) brokerageFigure("bad_id"));
    }

    @Test
    void repeated_rows_become_one_person() {
        List<List<PersonDraft>> clients = clients(brokerage);
        long withPhone = clients.stream()
                .filter(drafts -> drafts.stream()
                        .anyMatch(draft -> draft.first(IdentifierType.PHONE).isPresent()))
                .count();
        assertThat(withPhone).isEqualTo(brokerageFigure("distinct_persons_with_phone"));
        assertThat(brokerage.size() - clients.size()).isEqualTo((int) brokerageFigure("duplicate_rows"));
        assertThat(Files.doubtfulRows(brokerage)).isEmpty();
    }

    @Test
    void both_numbers_of_a_cell_are_read() {
        assertThat(brokerage.stream()
                        .filter(row -> client(row).values(IdentifierType.PHONE).size() == 2))
                .hasSize((int) brokerageFigure("two_phones"));
    }

    @Test
    void formula_like_notes_are_flagged_and_phones_with_a_plus_are_not() {
        assertThat(rowsWith(brokerage, ProblemCode.FORMULA_LIKE)).isEqualTo(brokerageFigure("formula_like"));
    }

    @Test
    void children_under_fourteen_are_found_by_their_birth_date() {
        assertThat(records(
                        brokerage,
                        each -> each.category() == Category.CHILD
                                && each.classification() == Classification.STATUTORY_SENSITIVE_CHILD))
                .isEqualTo(brokerageFigure("children_under_14"));
        assertThat(records(brokerage, each -> each.category() == Category.CHILD))
                .isEqualTo(536);
    }

    @Test
    void deals_are_sales_leases_or_none() {
        assertThat(rowsOf(DealType.SALE)).isEqualTo(brokerageFigure("sale_deals"));
        assertThat(rowsOf(DealType.LEASE)).isEqualTo(brokerageFigure("lease_deals"));
        assertThat(brokerage.size() - rowsOf(DealType.SALE) - rowsOf(DealType.LEASE))
                .isEqualTo(brokerageFigure("no_deal"));
    }

    @Test
    void every_deal_has_both_dates_and_every_row_was_recorded_on_a_day() {
        assertThat(records(
                        brokerage,
                        each -> each.dealType() != null && (each.signedOn() == null || each.endedOn() == null)))
                .isZero();
        assertThat(records(brokerage, each -> each.recordedOn() == null || each.lastContactOn() == null))
                .isZero();
        assertThat(records(
                        housekeeping,
                        each -> !each.person().endsWith("WORKER")
                                && (each.dealType() != DealType.SERVICE || each.endedOn() == null)))
                .isZero();
    }

    @Test
    void no_cell_of_the_samples_is_refused() {
        assertThat(brokerage.stream().flatMap(row -> row.problems().stream()))
                .noneMatch(problem -> problem.severity() == Severity.REJECT);
        assertThat(housekeeping.stream().flatMap(row -> row.problems().stream()))
                .isEmpty();
    }

    @Test
    void health_infants_and_door_codes_of_the_housekeeping_firm_are_counted() {
        assertThat(records(housekeeping, each -> each.category() == Category.HEALTH))
                .isEqualTo(housekeepingFigure("elder_health"));
        assertThat(records(
                        housekeeping,
                        each -> each.category() == Category.CHILD
                                && each.classification() == Classification.STATUTORY_SENSITIVE_CHILD))
                .isEqualTo(housekeepingFigure("infants"));
        assertThat(records(housekeeping, each -> each.category() == Category.HOME_ACCESS))
                .isEqualTo(housekeepingFigure("door_codes"));
    }

    @Test
    void a_worker_is_a_person_of_their_own_with_their_own_record() {
        List<PersonDraft> workers = housekeeping.stream()
                .flatMap(row -> row.persons().stream())
                .filter(person -> person.role() == PersonRole.DOMESTIC_WORKER)
                .toList();
        assertThat(workers).hasSize(800).allMatch(worker -> worker.first(IdentifierType.ID_NUMBER)
                .isPresent());
        assertThat(records(
                        housekeeping,
                        each -> each.category() == Category.WORKER
                                && each.person().endsWith("WORKER")))
                .isEqualTo(800);
        assertThat(records(
                        housekeeping,
                        each -> each.person().endsWith("CLIENT")
                                && each.fields().keySet().stream().anyMatch(field -> field.startsWith("WORKER"))))
                .isZero();
    }

    @Test
    void a_workers_record_bears_no_date_of_the_clients_contract() {
        assertThat(records(
                        housekeeping,
                        each -> each.person().endsWith("WORKER")
                                && (each.dealType() != null
                                        || each.signedOn() != null
                                        || each.endedOn() != null
                                        || each.lastContactOn() != null)))
                .isZero();
        assertThat(records(housekeeping, each -> each.person().endsWith("CLIENT") && each.signedOn() != null))
                .isPositive();
    }

    @Test
    void an_address_beside_a_door_code_is_policy_sensitive() {
        assertThat(records(
                        housekeeping,
                        each -> each.category() == Category.ADDRESS
                                && each.classification() == Classification.POLICY_SENSITIVE))
                .isEqualTo(housekeepingFigure("door_codes"));
    }

    @Test
    void an_imported_agreement_is_a_claim() {
        assertThat(records(brokerage, each -> each.category() == Category.CONSENT_CLAIM))
                .isEqualTo(2100);
        assertThat(records(brokerage, each -> "ORAL".equals(each.fields().get("CONSENT_READ_AS"))))
                .isEqualTo(734);
    }

    @Test
    void names_keep_rare_characters_and_lose_the_form_of_address() {
        assertThat(brokerage.stream()
                        .map(row -> client(row).first(IdentifierType.NAME).orElse("")))
                .noneMatch(name -> name.endsWith("先生") || name.endsWith("女士") || !name.equals(name.strip()))
                .filteredOn(name -> name.contains("𠮷"))
                .hasSizeGreaterThan(100);
    }

    private static List<List<PersonDraft>> clients(List<InterpretedRow> rows) {
        return Files.people(rows).stream()
                .filter(drafts -> drafts.get(0).role() == PersonRole.CLIENT)
                .toList();
    }
}
