package io.shouxin.record.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.platform.Branch;
import io.shouxin.record.Category;
import io.shouxin.record.FindingPlace;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.ImportState;
import io.shouxin.record.ImportView;
import io.shouxin.shared.Actor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import io.shouxin.shared.Sector;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which branch the rows of a list come to. */
class ImportBranchesTest extends ImportsOnADatabase {

    private final UUID other = UUID.randomUUID();
    /** As its sign says; lists leave the 店 away. */
    private final String otherShort = "静安" + other;

    @Autowired
    ImportBranchesTest(Tools tools) {
        super(tools);
    }

    @BeforeEach
    void aSecondBranch() {
        Stage.actor = clerk(branch, other);
        firms.save(new Branch(other, otherShort + "店", Sector.HOUSEKEEPING));
    }

    @Test
    void a_row_goes_with_all_its_people_to_the_branch_that_the_list_names() {
        ImportView view = imported(
                "clients.csv",
                csv(
                        "姓名,手机号,所属门店,子女姓名",
                        "段一,13911120001," + otherShort + ",段小一",
                        "段二,13911120002,,段小二",
                        "段三,13911120003," + branch + ",段小三"));
        assertThat(view.rejected() + findings(view, "BRANCH_UNKNOWN") + findings(view, "BRANCH_NOT_ALLOWED"))
                .isZero();
        assertThat(branchesOf("13911120001")).containsExactly(other);
        assertThat(branchesOf("13911120002")).containsExactly(branch);
        assertThat(branchesOf("13911120003")).containsExactly(branch);
        assertThat(count(
                        "SELECT count(*) FROM record WHERE import_id = ? AND category = 'CHILD' AND branch_id = ?",
                        view.id(),
                        other))
                .isOne();
    }

    @Test
    void a_branch_that_nobody_knows_stays_with_that_of_the_upload_and_is_told_in_words() {
        ImportView view =
                imported("clients.csv", csv("姓名,手机号,门店", "段四,13911120004,火星店", "段五,13911120005," + otherShort));
        assertThat(branchesOf("13911120004")).containsExactly(branch);
        assertThat(branchesOf("13911120005")).containsExactly(other);
        assertThat(imports.findings(view.id(), "BRANCH_UNKNOWN", 0, 10))
                .containsExactly(new FindingPlace(null, 2, "门店", "BRANCH_UNKNOWN"));
    }

    @Test
    void a_row_that_names_a_closed_branch_is_left_out_in_words_and_the_rest_is_written() {
        jdbc.sql("UPDATE branch SET closed_at = now() WHERE id = ?")
                .param(other)
                .update();
        ImportView view = imported(
                "clients.csv", csv("姓名,手机号,门店", "段停,13911120021," + otherShort, "段停,13911120021,", "段开,13911120022,"));
        assertThat(view.rejected()).isOne();
        assertThat(imports.rejects(view.id())).singleElement().satisfies(left -> assertThat(left.reasonKey())
                .isEqualTo("imports.problem.BRANCH_CLOSED"));
        assertThat(view.people()).isEqualTo(2);
        assertThat(branchesOf("13911120021")).containsExactly(branch);
        assertThat(branchesOf("13911120022")).containsExactly(branch);
    }

    @Test
    void nobody_brings_records_into_a_branch_for_which_they_may_not_import() {
        Stage.actor = clerk(branch);
        ImportView view = imported("clients.csv", csv("姓名,手机号,门店", "段六,13911120006," + otherShort));
        assertThat(branchesOf("13911120006")).containsExactly(branch);
        assertThat(findings(view, "BRANCH_NOT_ALLOWED")).isOne();
        assertThat(view.rejected()).isZero();
    }

    @Test
    void whoever_explains_the_columns_of_a_colleagues_file_sends_no_rows_where_they_may_not_import() {
        Stage.actor = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "admin", Set.of(Role.ADMINISTRATOR), Set.of());
        UUID id = imports.receive("list.csv", csv("甲,乙,丙", "abc,x1," + otherShort, "def,x2,"), branch, null);
        assertThat(settled(id).state()).isEqualTo(ImportState.NEEDS_MAPPING);
        Stage.actor = clerk(branch);
        imports.map(id, Map.of(0, "NAME", 2, "BRANCH"), true);
        ImportView view = finished(id);
        assertThat(findings(view, "BRANCH_NOT_ALLOWED")).isOne();
        assertThat(count("SELECT count(*) FROM record WHERE import_id = ? AND branch_id = ?", id, other))
                .isZero();
    }

    @Test
    void the_same_list_again_doubles_and_moves_nothing() {
        byte[] list = csv("姓名,手机号,门店,备注", "段七,13911120007," + otherShort + ",甲", "段八,13911120008,,乙");
        imported("clients.csv", list);
        Map<UUID, UUID> before = branchByRecord("13911120007", "13911120008");
        ImportView again = imported("clients.csv", list);
        assertThat(again.records()).isZero();
        assertThat(again.peopleKnown()).isEqualTo(2);
        assertThat(branchByRecord("13911120007", "13911120008")).isEqualTo(before);
    }

    @Test
    void a_list_that_names_another_branch_brings_what_is_new_there_and_leaves_the_rest_where_it_is() {
        imported("clients.csv", csv("姓名,手机号,门店,备注", "段九,13911120009,,甲"));
        Map<UUID, UUID> before = branchByRecord("13911120009");
        imported("clients.csv", csv("姓名,手机号,门店,备注", "段九,13911120009," + otherShort + ",乙"));
        Map<UUID, UUID> after = branchByRecord("13911120009");
        assertThat(after).containsAllEntriesOf(before).hasSizeGreaterThan(before.size());
        after.keySet().removeAll(before.keySet());
        assertThat(after.values()).containsOnly(other);
    }

    @Test
    void a_row_is_read_in_the_trade_of_the_branch_it_goes_to() {
        imported(
                "clients.csv", csv("姓名,手机号,门店,合同编号", "段十,13911120010," + otherShort + ",HT-1", "段末,13911120011,,HT-2"));
        assertThat(categoriesOf("13911120010")).contains(Category.SERVICE).doesNotContain(Category.TRANSACTION);
        assertThat(categoriesOf("13911120011")).contains(Category.TRANSACTION).doesNotContain(Category.SERVICE);
    }

    @Test
    void an_import_of_another_branch_does_not_exist() {
        ImportView view = imported("clients.csv", csv("姓名,手机号", "连他店,13911110071"));
        Stage.actor = clerk(UUID.randomUUID());
        assertThatThrownBy(() -> imports.get(view.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> imports.rejects(view.id())).isInstanceOf(NotFound.class);
        assertThat(imports.list(0, 10)).isEmpty();
    }

    private List<HeldRecord> recordsOf(String phone) {
        return records.of(person(phone));
    }

    private Set<UUID> branchesOf(String phone) {
        return recordsOf(phone).stream().map(HeldRecord::branchId).collect(Collectors.toSet());
    }

    private Set<Category> categoriesOf(String phone) {
        return recordsOf(phone).stream().map(HeldRecord::category).collect(Collectors.toSet());
    }

    private Map<UUID, UUID> branchByRecord(String... phones) {
        return List.of(phones).stream()
                .flatMap(phone -> recordsOf(phone).stream())
                .collect(Collectors.toMap(HeldRecord::id, HeldRecord::branchId));
    }
}
