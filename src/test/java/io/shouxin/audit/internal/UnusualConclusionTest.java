package io.shouxin.audit.internal;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.audit.Conclusion;
import io.shouxin.audit.Finding;
import io.shouxin.audit.FindingState;
import io.shouxin.audit.UnusualAccess;
import io.shouxin.audit.UnusualAccess.Hindrance;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Role;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.BrowserlessPages;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may be concluded about a finding, and by whom. */
@SpringBootTest
@Import(TestFirm.class)
@ExtendWith(BrowserlessPages.class)
class UnusualConclusionTest {

    private final ApplicationContext context;
    private final TestFirm firm;
    private final UnusualAccess unusual;
    private final JdbcClient jdbc;
    private UnusualDesk desk;

    @Autowired
    UnusualConclusionTest(ApplicationContext context, TestFirm firm, UnusualAccess unusual, JdbcClient jdbc) {
        this.context = context;
        this.firm = firm;
        this.unusual = unusual;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void open() {
        desk = UnusualDesk.open(context);
    }

    @Test
    void a_conclusion_is_kept_and_logged_and_its_note_is_ciphertext() {
        desk.opened("clerk", desk.at(10), 31);
        desk.check();
        Finding finding = desk.only("clerk", "PEOPLE_IN_AN_HOUR");
        assertThatThrownBy(() -> desk.mark(desk.name("auditor"), finding, Conclusion.FOLLOW_UP, "  "))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> desk.mark(desk.name("auditor"), finding, Conclusion.FOLLOW_UP, "字".repeat(501)))
                .isInstanceOf(InvalidInput.class);
        desk.mark(desk.name("auditor"), finding, Conclusion.FOLLOW_UP, "金丝雀说明");
        desk.mark("officer", finding, Conclusion.EXPLAINED, "问过本人");

        UnusualAccess.Details details = firm.asStaff(desk.name("auditor"), () -> unusual.get(finding.id()));
        assertThat(details.marks())
                .extracting(UnusualAccess.Mark::conclusion, UnusualAccess.Mark::note)
                .containsExactly(tuple(Conclusion.FOLLOW_UP, "金丝雀说明"), tuple(Conclusion.EXPLAINED, "问过本人"));
        assertThat(details.hindrance()).isEqualTo(Hindrance.CLOSED);
        byte[] canary = "金丝雀".getBytes(StandardCharsets.UTF_8);
        assertThat(jdbc.sql("SELECT note FROM unusual_mark WHERE finding_id = ?")
                        .param(finding.id())
                        .query(byte[].class)
                        .list())
                .hasSize(2)
                .noneMatch(note -> new String(note, StandardCharsets.ISO_8859_1)
                        .contains(new String(canary, StandardCharsets.ISO_8859_1)));
        assertThat(jdbc.sql("SELECT outcome FROM evidence_entry WHERE kind = 'UNUSUAL_ACCESS_MARKED'"
                                + " AND target_id = ? ORDER BY ins")
                        .param(finding.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("FOLLOW_UP", "EXPLAINED");
    }

    @Test
    void an_auditor_reads_what_is_about_themselves_and_cannot_conclude_it() {
        desk.opened("auditor", desk.at(23), 1);
        desk.check();
        Finding finding = desk.only("auditor", "AT_NIGHT");
        assertThat(firm.asStaff(
                        desk.name("auditor"), () -> unusual.get(finding.id()).hindrance()))
                .isEqualTo(Hindrance.OWN);
        assertThatThrownBy(() -> desk.mark(desk.name("auditor"), finding, Conclusion.EXPLAINED, "是我"))
                .isInstanceOf(AccessRefused.class);
        String page = desk.browse(desk.name("auditor"), () -> {
            BrowserlessPages.go("staff/unusual/" + finding.id());
            assertThat(_find(TextArea.class)).isEmpty();
            return BrowserlessPages.text();
        });
        assertThat(page).contains("这是关于您本人的", "夜间查看、显示、查找或导出 1 次");
        desk.mark("officer", finding, Conclusion.EXPLAINED, "夜间值班");
        assertThat(desk.only("auditor", "AT_NIGHT").state()).isEqualTo(FindingState.EXPLAINED);
    }

    @Test
    void who_sees_only_a_part_of_a_colleagues_branches_reads_and_leaves_the_conclusion_to_others() {
        desk.account(desk.name("both"), Role.STAFF, Set.of(TestFirm.BRANCH, TestFirm.OTHER_BRANCH));
        desk.opened("both", desk.at(23), 1);
        desk.check();
        Finding finding = desk.only("both", "AT_NIGHT");
        assertThat(firm.asStaff(
                        desk.name("far"), () -> unusual.get(finding.id()).hindrance()))
                .isEqualTo(Hindrance.OTHER_BRANCHES);
        assertThatThrownBy(() -> desk.mark(desk.name("far"), finding, Conclusion.EXPLAINED, "看过"))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void what_nobody_could_explain_ends_with_the_measures_that_were_taken() {
        desk.opened("clerk", desk.at(10), 31);
        desk.check();
        Finding finding = desk.only("clerk", "PEOPLE_IN_AN_HOUR");
        desk.mark(desk.name("auditor"), finding, Conclusion.FOLLOW_UP, "请核实");
        assertThatThrownBy(() -> desk.mark("officer", finding, Conclusion.MEASURES, " "))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.textKey()).isEqualTo("unusual.error.measures"));
        desk.mark("officer", finding, Conclusion.MEASURES, "已谈话并收回导出权限");

        UnusualAccess.Details details = firm.asStaff("officer", () -> unusual.get(finding.id()));
        assertThat(details.finding().state()).isEqualTo(FindingState.MEASURES);
        assertThat(details.hindrance()).isEqualTo(Hindrance.CLOSED);
        assertThat(details.open()).isEmpty();
        assertThat(jdbc.sql("SELECT outcome || ' ' || details FROM evidence_entry WHERE kind = 'UNUSUAL_ACCESS_MARKED'"
                                + " AND target_id = ? ORDER BY ins DESC LIMIT 1")
                        .param(finding.id().toString())
                        .query(String.class)
                        .single())
                .startsWith("MEASURES ")
                .contains(desk.id("clerk").toString(), "PEOPLE_IN_AN_HOUR")
                .doesNotContain("谈话", desk.name("clerk"));
    }

    @Test
    void an_auditor_hands_on_to_the_officer_and_she_hands_nothing_on_to_herself() {
        desk.opened("clerk", desk.at(10), 31);
        desk.check();
        Finding finding = desk.only("clerk", "PEOPLE_IN_AN_HOUR");
        assertThat(firm.asStaff(
                        desk.name("auditor"), () -> unusual.get(finding.id()).open()))
                .containsExactly(Conclusion.EXPLAINED, Conclusion.FOLLOW_UP, Conclusion.MEASURES);
        assertThat(firm.asStaff("officer", () -> unusual.get(finding.id()).open()))
                .containsExactly(Conclusion.EXPLAINED, Conclusion.MEASURES);
        assertThatThrownBy(() -> desk.mark("officer", finding, Conclusion.FOLLOW_UP, "给我自己"))
                .isInstanceOf(AccessRefused.class);
    }
}
