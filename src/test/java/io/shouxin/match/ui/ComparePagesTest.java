package io.shouxin.match.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.match.Matches;
import io.shouxin.record.PossiblePairs;
import io.shouxin.shared.ui.DecisionBar;
import io.shouxin.shared.ui.MaskedValue;
import io.shouxin.spine.TestFirm;
import io.shouxin.subject.Subjects;
import io.shouxin.testing.BrowserlessPages;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A clerk compares two people, merges them, thinks better of it on the person's page; another pair is kept apart. */
@SpringBootTest
@Import(TestFirm.class)
@ExtendWith(BrowserlessPages.class)
class ComparePagesTest {

    private final ApplicationContext context;
    private final TestFirm firm;
    private final PossiblePairs pairs;
    private final Inbox inbox;
    private final Matches matches;
    private final Subjects subjects;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    ComparePagesTest(
            ApplicationContext context,
            TestFirm firm,
            PossiblePairs pairs,
            Inbox inbox,
            Matches matches,
            Subjects subjects,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.context = context;
        this.firm = firm;
        this.pairs = pairs;
        this.inbox = inbox;
        this.matches = matches;
        this.subjects = subjects;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void two_are_compared_merged_after_a_question_and_taken_apart_again_on_the_persons_page() {
        TestFirm.Client one = firm.client("compare-one", null);
        TestFirm.Client other = firm.client("compare-other", null);
        UUID match = found(one.id(), other.id());
        InboxTask task = task(match);
        browse("clerk", () -> {
            BrowserlessPages.go("staff/inbox/" + task.id());
            assertThat(BrowserlessPages.text())
                    .contains("这两人是同一人吗", "≠ 不同", "建档时间", "各类记录条数", "合并", "不是同一人")
                    .doesNotContain("!", "Likeness", "MERGED")
                    .doesNotContain(one.canaries().toArray(String[]::new))
                    .doesNotContain(other.canaries().toArray(String[]::new));
            show(_find(MaskedValue.class).get(0));
            assertThat(BrowserlessPages.text()).containsAnyOf(one.phone(), other.phone());
            _get(DecisionBar.class).press("M");
            assertThat(_get(ConfirmDialog.class).getElement().getProperty("message"))
                    .contains("8 条记录", "撤销");
            assertThat(subjects.surviving(other.id())).as("only asked").isEqualTo(other.id());
            confirm();
            return match;
        });
        assertThat(subjects.surviving(other.id())).isEqualTo(one.id());
        assertThat(jdbc.sql("SELECT count(*) FROM evidence_entry WHERE case_id = ? AND kind = ?")
                        .params(match, EvidenceKind.REVEALED.name())
                        .query(Integer.class)
                        .single())
                .isOne();

        browse("clerk", () -> {
            BrowserlessPages.go("staff/people/" + other.id());
            assertThat(BrowserlessPages.text()).contains("合并记录", "BD-", "可在").doesNotContain("!");
            _click(_get(Button.class, spec -> spec.withText("撤销合并")));
            confirm();
            assertThat(_find(Button.class, spec -> spec.withText("撤销合并"))).isEmpty();
            return match;
        });
        assertThat(subjects.surviving(other.id())).isEqualTo(other.id());
    }

    @Test
    void in_english_two_are_kept_apart() {
        TestFirm.Client one = firm.client("compare-apart-one", null);
        TestFirm.Client other = firm.client("compare-apart-other", null);
        UUID match = found(one.id(), other.id());
        InboxTask task = task(match);
        browse("clerk", () -> {
            UI.getCurrent().setLocale(Locale.ENGLISH);
            BrowserlessPages.go("staff/inbox/" + task.id());
            assertThat(BrowserlessPages.text())
                    .contains("Are these two one person?", "≠ Different", "On file since")
                    .doesNotContain("!")
                    .doesNotContainPattern("\\p{IsHan}{8}");
            _get(DecisionBar.class).press("R");
            confirm();
            return match;
        });
        assertThat(subjects.surviving(other.id())).isEqualTo(other.id());
        assertThat(firm.asStaff("clerk", () -> inbox.ofCase(match)).stream().filter(open -> !open.done()))
                .isEmpty();
    }

    @Test
    void what_stands_against_a_merge_is_said_and_its_button_rests() {
        TestFirm.Client one = firm.client("compare-role", null);
        UUID match = found(one.id(), one.child());
        InboxTask task = task(match);
        browse("clerk", () -> {
            BrowserlessPages.go("staff/inbox/" + task.id());
            assertThat(BrowserlessPages.text()).contains("现在不能合并", "两人的身份不同");
            _get(DecisionBar.class).press("M");
            assertThat(_find(ConfirmDialog.class)).isEmpty();
            return match;
        });
        assertThat(firm.asStaff("clerk", () -> matches.view(match)).obstacle()).isNotNull();
    }

    private static void confirm() {
        ConfirmDialog dialog = _get(ConfirmDialog.class);
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));
        dialog.close();
    }

    private static void show(MaskedValue value) {
        _click(_get(value, Button.class, spec -> spec.withText("显示")));
    }

    private UUID found(UUID one, UUID other) {
        transaction.executeWithoutResult(
                status -> pairs.found(UUID.randomUUID(), List.of(new PossiblePairs.Pair(one, other, TestFirm.BRANCH))));
        return jdbc.sql("SELECT id FROM possible_match WHERE ? IN (first_id, second_id) AND ? IN (first_id, second_id)")
                .params(one, other)
                .query(UUID.class)
                .single();
    }

    /** As soon as the clock of the house has asked somebody. */
    private InboxTask task(UUID match) {
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> firm.asStaff("clerk", () -> inbox.ofCase(match)).stream()
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull);
    }

    private <T> T browse(String who, Supplier<T> look) {
        return firm.asStaff(who, () -> {
            BrowserlessPages.open(context, "io.shouxin.inbox.ui", "io.shouxin.request.ui.staff");
            return look.get();
        });
    }
}
