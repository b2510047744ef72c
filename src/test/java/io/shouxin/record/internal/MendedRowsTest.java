package io.shouxin.record.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.evidence.EvidenceReader;
import io.shouxin.platform.Branch;
import io.shouxin.record.EndedRow;
import io.shouxin.record.ImportView;
import io.shouxin.record.LeaveOutReason;
import io.shouxin.record.LeftOutRow;
import io.shouxin.record.LeftOutRows;
import io.shouxin.record.Purpose;
import io.shouxin.record.RowPlace;
import io.shouxin.record.RowProblem;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Sector;
import io.shouxin.shared.StateRefused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rows that were left out come in after all: corrected one by one, or with the mended download. */
class MendedRowsTest extends ImportsOnADatabase {

    private static final RowPlace THIRD = new RowPlace(0, 3);

    private final LeftOutRows rows;
    private final EvidenceReader evidence;

    @Autowired
    MendedRowsTest(Tools tools, LeftOutRows rows, EvidenceReader evidence) {
        super(tools);
        this.rows = rows;
        this.evidence = evidence;
    }

    @Test
    void a_row_is_imported_as_it_was_corrected_and_counts_with_its_list() {
        ImportView view = imported("clients.csv", csv("姓名,手机号,备注", "柯一,13911120061,好", ",,=1+2"));
        LeftOutRow row = rows.get(view.id(), THIRD);
        assertThat(row.cells()).extracting(LeftOutRow.Cell::header).containsExactly("姓名", "手机号", "备注");
        assertThat(row.cells()).extracting(LeftOutRow.Cell::value).containsExactly("", "", "=1+2");
        assertThat(row.reasonKeys()).containsExactly("imports.problem.NOBODY_IN_ROW");

        assertThat(rows.mend(view.id(), THIRD, List.of("", "", "还是没有人")))
                .extracting(RowProblem::code)
                .contains("NOBODY_IN_ROW");
        assertThat(rows.open(view.id())).containsExactly(THIRD);
        assertThat(rows.mend(view.id(), THIRD, List.of("柯二", "13911120062", "好")))
                .isEmpty();

        ImportView after = imports.get(view.id());
        assertThat(after.rejected()).isZero();
        assertThat(after.people()).isEqualTo(2);
        assertThat(records.of(List.of(person("13911120062"))))
                .isNotEmpty()
                .allSatisfy(record -> assertThat(record.subjectId()).isEqualTo(person("13911120062")));
        assertThat(rows.open(view.id())).isEmpty();
        assertThat(imports.rejects(view.id())).isEmpty();
        assertThat(rows.ended(view.id())).singleElement().satisfies(ended -> {
            assertThat(ended.mended()).isTrue();
            assertThat(ended.by()).isEqualTo(Stage.actor.id());
        });
        assertThat(evidence.entriesBy(Objects.requireNonNull(Stage.actor.id()), 100))
                .anySatisfy(entry -> assertThat(entry.outcome()).isEqualTo("ROW_MENDED"));
    }

    @Test
    void a_corrected_row_that_names_somebody_known_is_that_person() {
        ImportView view = imported("clients.csv", csv("姓名,手机号,备注", "柯一,13911120063,好", ",,第二次"));
        rows.mend(view.id(), THIRD, List.of("柯一", "13911120063", "第二次"));
        assertThat(subjects.byIdentifier(io.shouxin.subject.IdentifierKind.PHONE, "13911120063"))
                .hasSize(1);
        assertThat(imports.get(view.id()).duplicates() + imports.get(view.id()).peopleKnown())
                .isPositive();
    }

    @Test
    void a_row_is_settled_once_and_the_second_is_refused() {
        ImportView view = imported("clients.csv", csv("姓名,手机号,备注", "柯一,13911120064,好", ",,一", ",,二"));
        rows.leaveOut(view.id(), THIRD, LeaveOutReason.NOBODY);
        assertThatThrownBy(() -> rows.mend(view.id(), THIRD, List.of("柯二", "13911120065", "")))
                .isInstanceOf(StateRefused.class);
        assertThatThrownBy(() -> rows.leaveOut(view.id(), THIRD, LeaveOutReason.TWICE))
                .isInstanceOf(StateRefused.class);
        assertThat(subjects.byIdentifier(io.shouxin.subject.IdentifierKind.PHONE, "13911120065"))
                .isEmpty();
        assertThat(rows.open(view.id())).containsExactly(new RowPlace(0, 4));
        assertThat(rows.ended(view.id())).extracting(EndedRow::reason).containsExactly(LeaveOutReason.NOBODY);
        assertThatThrownBy(() -> rows.get(view.id(), THIRD)).isInstanceOf(NotFound.class);
        assertThat(count("SELECT count(*) FROM import_problem WHERE import_id = ? AND row_number = 3", view.id()))
                .isZero();
    }

    @Test
    void a_corrected_row_goes_only_where_both_who_brought_and_who_corrected_it_may_import() {
        UUID other = UUID.randomUUID();
        firms.save(new Branch(other, "城东" + other, Sector.BROKERAGE));
        ImportView view = imported("clients.csv", csv("姓名,手机号,门店", "柯一,13911120066,", ",,城东" + other));
        Stage.actor = clerk(branch, other);
        rows.mend(view.id(), THIRD, List.of("柯二", "13911120067", "城东" + other));
        assertThat(records.of(List.of(person("13911120067"))))
                .extracting(record -> record.branchId())
                .containsOnly(branch);
    }

    @Test
    void a_colleague_of_another_branch_sees_none_of_it() {
        ImportView view = imported("clients.csv", csv("姓名,手机号,备注", "柯一,13911120068,好", ",,一"));
        Stage.actor = clerk(UUID.randomUUID());
        assertThatThrownBy(() -> rows.open(view.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rows.get(view.id(), THIRD)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rows.mend(view.id(), THIRD, List.of("柯二", "13911120069", "")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_download_that_is_mended_and_sent_again_leaves_none_behind() {
        ImportView first = imported("clients.csv", csv("姓名,手机号,备注", "柯一,13911120070,好", ",,=1+2", ",,+86 来电"));
        String download =
                new String(bytes(imports.rejectsCsv(first.id(), Locale.SIMPLIFIED_CHINESE)), StandardCharsets.UTF_8);
        String mended = fillIn(download, "柯二,'+8613911120071,'=1+2", "柯三,13911120072,'+86 来电");
        ImportView second = imported("mended.csv", mended.getBytes(StandardCharsets.UTF_8));
        assertThat(second.mends()).isEqualTo(first.id());
        assertThat(second.rejected()).isZero();
        assertThat(imports.get(first.id()).rejected()).isZero();
        assertThat(rows.open(first.id())).isEmpty();
        assertThat(rows.ended(first.id())).extracting(EndedRow::byImport).containsOnly(second.id());
        assertThat(records.open(records.of(person("13911120071")), Purpose.CASE).values().stream()
                        .flatMap(values -> values.values().stream())
                        .toList())
                .contains("=1+2")
                .noneMatch(value ->
                        value.contains("'") || value.contains(first.id().toString()));
    }

    @Test
    void a_row_that_is_still_wrong_stays_open_in_its_first_list() {
        ImportView first = imported("clients.csv", csv("姓名,手机号,备注", "柯一,13911120073,好", ",,一", ",,二"));
        String download = new String(bytes(imports.rejectsCsv(first.id(), Locale.US)), StandardCharsets.UTF_8);
        ImportView second = imported(
                "mended.csv", fillIn(download, "柯二,13911120074,一", ",,二").getBytes(StandardCharsets.UTF_8));
        assertThat(second.rejected()).isOne();
        assertThat(rows.open(first.id())).containsExactly(new RowPlace(0, 4));
    }

    @Test
    void marks_of_a_list_that_somebody_may_not_see_settle_nothing() {
        ImportView first = imported("clients.csv", csv("姓名,手机号,备注", "柯一,13911120075,好", ",,一"));
        String download = new String(bytes(imports.rejectsCsv(first.id(), Locale.US)), StandardCharsets.UTF_8);
        UUID elsewhere = UUID.randomUUID();
        firms.save(new Branch(elsewhere, elsewhere.toString(), Sector.BROKERAGE));
        var owner = Stage.actor;
        Stage.actor = clerk(elsewhere);
        ImportView second = finished(imports.receive(
                "mended.csv", fillIn(download, "柯二,13911120076,一").getBytes(StandardCharsets.UTF_8), elsewhere, null));
        assertThat(second.mends()).isNull();
        Stage.actor = owner;
        assertThat(rows.open(first.id())).containsExactly(THIRD);
    }

    /** The downloaded rows with other cells in the place of their last three. */
    private static String fillIn(String download, String... cells) {
        List<String> lines = download.strip().lines().toList();
        StringBuilder filled = new StringBuilder(lines.get(0)).append('\n');
        for (int i = 0; i < cells.length; i++) {
            String line = lines.get(i + 1);
            int own = line.length();
            for (int cell = 0; cell < 3; cell++) {
                own = line.lastIndexOf(',', own - 1);
            }
            filled.append(line, 0, own).append(',').append(cells[i]).append('\n');
        }
        return filled.toString();
    }
}
