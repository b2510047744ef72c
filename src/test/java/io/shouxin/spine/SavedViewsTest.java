package io.shouxin.spine;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.inbox.BulkActs;
import io.shouxin.inbox.HandOvers;
import io.shouxin.inbox.HandOvers.Obstacle;
import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.inbox.ListFilter;
import io.shouxin.inbox.SavedView;
import io.shouxin.inbox.SavedView.Audience;
import io.shouxin.inbox.SavedViews;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestStatus;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import io.shouxin.shared.ui.PaletteEntry;
import io.shouxin.shared.ui.PaletteSource;
import io.shouxin.testing.BrowserlessPages;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A clerk's day at the desk: saved views, many rows at once, and the search from the palette. */
@SpringBootTest
@Import(TestFirm.class)
@ExtendWith(BrowserlessPages.class)
class SavedViewsTest {

    private static final ListFilter MINE = ListFilter.of(Inbox.Filter.FOR_ME).inHand(ListFilter.Hand.MINE);

    private final ApplicationContext context;
    private final TestFirm firm;
    private final Desks desks;
    private final Inbox inbox;
    private final SavedViews views;
    private final HandOvers handOvers;
    private final BulkActs bulk;
    private final StaffAccounts accounts;
    private final EvidenceReader evidence;
    private final List<PaletteSource> palette;

    @Autowired
    SavedViewsTest(
            ApplicationContext context,
            TestFirm firm,
            Inbox inbox,
            SavedViews views,
            HandOvers handOvers,
            BulkActs bulk,
            StaffAccounts accounts,
            EvidenceReader evidence,
            ObjectProvider<PaletteSource> palette) {
        this.context = context;
        this.firm = firm;
        this.desks = Desks.of(context);
        this.inbox = inbox;
        this.views = views;
        this.handOvers = handOvers;
        this.bulk = bulk;
        this.accounts = accounts;
        this.evidence = evidence;
        this.palette = palette.orderedStream().toList();
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void a_view_is_kept_for_its_owner_alone_renamed_moved_and_deleted() {
        colleague("desk-orders", Role.STAFF, TestFirm.BRANCH);
        SavedView first = as("desk-orders", () -> views.save(" 急件 ", Audience.OWN, null, MINE));
        SavedView second = as(
                "desk-orders",
                () -> views.save(
                        "二店",
                        Audience.OWN,
                        null,
                        ListFilter.of(Inbox.Filter.WAITING)
                                .inBranch(TestFirm.OTHER_BRANCH)
                                .ofKind("await-proof")
                                .heldBy(id("clerk2"))
                                .sorted(ListFilter.Order.NEWEST)));
        assertThat(as("desk-orders", views::all)).containsExactly(first, second);
        assertThat(first.name()).isEqualTo("急件");
        assertThat(as("clerk", () -> views.find(first.id()))).isEmpty();
        assertThat(as("clerk", views::all)).doesNotContain(first);
        assertThat(offered("desk-orders")).contains("急件");
        assertThat(offered("clerk")).doesNotContain("急件");
        assertThatThrownBy(() -> run("clerk", () -> views.delete(first.id()))).isInstanceOf(NotFound.class);

        run("desk-orders", () -> views.move(second.id(), -1));
        run("desk-orders", () -> views.rename(second.id(), "别的店"));
        assertThat(as("desk-orders", views::all)).extracting(SavedView::name).containsExactly("别的店", "急件");
        assertThat(as("desk-orders", () -> views.missing(second))).containsExactly(SavedViews.Missing.BRANCH_HIDDEN);
        run("desk-orders", () -> views.delete(second.id()));
        assertThat(as("desk-orders", views::all)).containsExactly(first);
    }

    @Test
    void fifteen_are_enough_and_a_name_holds_nobodys_number() {
        colleague("desk-collector", Role.STAFF, TestFirm.BRANCH);
        for (String name : List.of(
                "13800138000",
                "客户 138-0013-8000",
                "１３８００１３８０００",
                "138.0013.8000",
                "138／0013／8000",
                "（138）0013–8000",
                "a@b.example",
                "",
                "x".repeat(41))) {
            assertThatThrownBy(() -> as("desk-collector", () -> views.save(name, Audience.OWN, null, MINE)))
                    .isInstanceOf(InvalidInput.class);
        }
        for (int i = 1; i <= SavedViews.MOST; i++) {
            String name = "视图 " + i;
            as("desk-collector", () -> views.save(name, Audience.OWN, null, MINE));
        }
        assertThatThrownBy(() -> as("desk-collector", () -> views.save("多了", Audience.OWN, null, MINE)))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.textKey())
                        .isEqualTo("inbox.view.error.many"));
    }

    @Test
    void only_the_officer_saves_for_a_branch_and_only_its_people_see_it() {
        assertThatThrownBy(() -> as("clerk", () -> views.save("共用", Audience.BRANCH, TestFirm.BRANCH, MINE)))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> as("officer", () -> views.save("共用", Audience.BRANCH, TestFirm.OTHER_BRANCH, MINE)))
                .isInstanceOf(AccessRefused.class);
        SavedView shared = as("officer", () -> views.save("共用", Audience.BRANCH, TestFirm.BRANCH, MINE));
        assertThat(as("clerk", views::all)).contains(shared);
        assertThat(as("clerk2", views::all)).doesNotContain(shared);
        assertThat(as("clerk", () -> views.mayChange(shared))).isFalse();
        assertThatThrownBy(() -> run("clerk", () -> views.rename(shared.id(), "改")))
                .isInstanceOf(AccessRefused.class);
        assertThat(entriesAbout(shared))
                .as("what was refused, and what others see, is written down")
                .containsExactly(EvidenceKind.SETTING_CHANGED.name(), EvidenceKind.ACCESS_REFUSED.name());
        run("officer", () -> views.delete(shared.id()));
        assertThat(as("clerk", () -> views.find(shared.id()))).isEmpty();
    }

    @Test
    void a_view_of_somebody_who_left_says_so() {
        colleague("desk-goes", Role.STAFF, TestFirm.BRANCH);
        SavedView view = as(
                "officer",
                () -> views.save(
                        "看看",
                        Audience.OWN,
                        null,
                        ListFilter.of(Inbox.Filter.WITH_COLLEAGUES).heldBy(id("desk-goes"))));
        assertThat(as("officer", () -> views.missing(view))).isEmpty();
        SavedView theirs = as("desk-goes", () -> views.save("自己的", Audience.OWN, null, MINE));
        accounts.deactivate(id("desk-goes"), Actor.SYSTEM);
        assertThat(context.getBean(JdbcClient.class)
                        .sql("SELECT count(*) FROM inbox_view WHERE id = ?")
                        .param(theirs.id())
                        .query(Integer.class)
                        .single())
                .as("nobody is left to see it")
                .isZero();
        assertThat(as("officer", () -> views.missing(view))).containsExactly(SavedViews.Missing.COLLEAGUE_LEFT);
    }

    @Test
    void a_view_of_a_branch_that_is_closed_says_so() {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        SavedView view = as(
                "officer",
                () -> views.save(
                        "这家店",
                        Audience.OWN,
                        null,
                        ListFilter.of(Inbox.Filter.FOR_ME).inBranch(TestFirm.BRANCH)));
        assertThat(as("officer", () -> views.missing(view))).isEmpty();
        jdbc.sql("UPDATE branch SET closed_at = now() WHERE id = ?")
                .param(TestFirm.BRANCH)
                .update();
        try {
            assertThat(as("officer", () -> views.missing(view))).containsExactly(SavedViews.Missing.BRANCH_CLOSED);
        } finally {
            jdbc.sql("UPDATE branch SET closed_at = NULL WHERE id = ?")
                    .param(TestFirm.BRANCH)
                    .update();
        }
    }

    @Test
    void more_lists_are_counted_than_a_row_has_columns() {
        List<ListFilter> many = Collections.nCopies(1_700, MINE.inBranch(TestFirm.BRANCH));
        assertThat(as("clerk", () -> inbox.counts(many))).hasSize(1_700);
    }

    @Test
    void every_count_is_the_length_of_its_list() {
        colleague("desk-counts", Role.STAFF, TestFirm.BRANCH);
        InboxTask held = reviewed("counted-held");
        reviewed("counted-free");
        as("desk-counts", () -> inbox.claim(held.id()));
        ListFilter free = ListFilter.of(Inbox.Filter.FOR_ME).inHand(ListFilter.Hand.NOBODY);
        List<ListFilter> lists = Stream.concat(
                        Stream.of(Inbox.Filter.values()).map(ListFilter::of),
                        Stream.of(
                                MINE,
                                free,
                                free.ofKind("review-decisions").inBranch(TestFirm.BRANCH),
                                free.ofKind("no-such-kind"),
                                ListFilter.of(Inbox.Filter.WITH_COLLEAGUES).heldBy(id("desk-counts")),
                                ListFilter.of(Inbox.Filter.FOR_ME).sorted(ListFilter.Order.NEWEST)))
                .toList();
        for (String who : List.of("desk-counts", "officer", "second")) {
            List<Integer> lengths = as(who, () -> lists.stream()
                    .map(list -> inbox.list(list, 0, 10_000).size())
                    .toList());
            assertThat(as(who, () -> inbox.counts(lists))).as(who).isEqualTo(lengths);
        }
        assertThat(as("desk-counts", () -> inbox.list(MINE, 0, 10)))
                .extracting(InboxTask::id)
                .containsExactly(held.id());
        assertThat(as(
                        "officer",
                        () -> inbox.list(
                                ListFilter.of(Inbox.Filter.WITH_COLLEAGUES).heldBy(id("desk-counts")), 0, 10)))
                .extracting(InboxTask::id)
                .containsExactly(held.id());
        assertThat(as("clerk", () -> inbox.list(ListFilter.of(Inbox.Filter.WITH_COLLEAGUES), 0, 10)))
                .isEmpty();
    }

    @Test
    void many_tasks_are_passed_on_and_each_row_says_what_came_of_it() {
        colleague("desk-takes", Role.STAFF, TestFirm.BRANCH);
        colleague("desk-holds", Role.STAFF, TestFirm.BRANCH);
        InboxTask mine = reviewed("bulk-mine");
        InboxTask free = reviewed("bulk-free");
        InboxTask others = reviewed("bulk-others");
        as("clerk", () -> inbox.claim(mine.id()));
        as("desk-holds", () -> inbox.claim(others.id()));
        List<UUID> ids = List.of(mine.id(), free.id(), others.id(), UUID.randomUUID());

        List<BulkActs.Line> preview = as("clerk", () -> bulk.preview(ids, id("desk-takes")));
        assertThat(preview)
                .extracting(BulkActs.Line::obstacle)
                .containsExactly(null, Obstacle.NOT_YOURS, Obstacle.HELD, Obstacle.DONE);
        assertThat(as("clerk", () -> inbox.get(mine.id())).assignee())
                .as("only looked at")
                .isEqualTo(id("clerk"));
        assertThat(as("clerk", () -> bulk.run(preview, id("desk-takes")))).isEqualTo(preview);
        assertThat(as("desk-takes", () -> inbox.get(mine.id())).assignee()).isEqualTo(id("desk-takes"));
        assertThat(as("clerk", () -> inbox.get(others.id())).assignee()).isEqualTo(id("desk-holds"));
        assertThat(evidence.entries(mine.caseId()).stream()
                        .filter(entry -> entry.kind().equals(EvidenceKind.TASK_PASSED_ON.name())))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details())
                        .containsEntry("to", id("desk-takes").toString())
                        .doesNotContainKey("holder"));

        assertThat(as("officer", () -> previewedAndRun(List.of(free.id(), others.id()), id("desk-takes"))))
                .allMatch(BulkActs.Line::isFine);
        assertThat(as("officer", () -> bulk.preview(List.of(free.id()), id("second"))))
                .extracting(BulkActs.Line::obstacle)
                .containsExactly(Obstacle.MAY_NOT);
        assertThat(as("officer", () -> previewedAndRun(List.of(free.id(), others.id(), free.id()), null)))
                .extracting(BulkActs.Line::obstacle)
                .containsExactly(null, null, Obstacle.FREE);
        assertThat(as("clerk", () -> handOvers.handOver(free.id(), id("desk-takes"), null))
                        .obstacle())
                .isEqualTo(Obstacle.NOT_YOURS);
        assertThat(evidence.entries(free.caseId()).stream()
                        .filter(entry -> entry.kind().equals(EvidenceKind.ACCESS_REFUSED.name()))
                        .toList())
                .as("an attempt at what is not theirs is written down")
                .hasSize(1);
    }

    @Test
    void what_changed_since_the_preview_is_told_and_not_overrun() {
        colleague("desk-first", Role.STAFF, TestFirm.BRANCH);
        colleague("desk-first-takes", Role.STAFF, TestFirm.BRANCH);
        InboxTask taken = reviewed("bulk-taken");
        InboxTask given = reviewed("bulk-given");
        InboxTask same = reviewed("bulk-same");
        for (InboxTask each : List.of(taken, given, same)) {
            as("desk-first", () -> inbox.claim(each.id()));
        }
        List<UUID> ids = List.of(taken.id(), given.id(), same.id());
        List<BulkActs.Line> back = as("officer", () -> bulk.preview(ids, null));
        List<BulkActs.Line> on = as("officer", () -> bulk.preview(ids, id("desk-first-takes")));
        assertThat(back).allMatch(BulkActs.Line::isFine);
        assertThat(on).allMatch(BulkActs.Line::isFine);
        as("desk-first", () -> inbox.release(given.id()));
        as("desk-first", () -> inbox.release(taken.id()));
        as("clerk", () -> inbox.claim(taken.id()));

        assertThat(as("officer", () -> bulk.run(back, null)))
                .extracting(BulkActs.Line::obstacle, BulkActs.Line::holder)
                .containsExactly(
                        tuple(Obstacle.HELD, id("clerk")), tuple(Obstacle.FREE, null), tuple(null, id("desk-first")));
        assertThat(as("officer", () -> bulk.run(on, id("desk-first-takes"))))
                .extracting(BulkActs.Line::obstacle)
                .containsExactly(Obstacle.HELD, Obstacle.CHANGED, Obstacle.CHANGED);
        assertThat(as("clerk", () -> inbox.get(taken.id())).assignee()).isEqualTo(id("clerk"));
        assertThat(as("clerk", () -> inbox.get(given.id())).assignee()).isNull();
    }

    private List<String> entriesAbout(SavedView view) {
        return context.getBean(JdbcClient.class)
                .sql("SELECT kind FROM evidence_entry WHERE target_id = ? ORDER BY ins")
                .param(view.id().toString())
                .query(String.class)
                .list();
    }

    private List<BulkActs.Line> previewedAndRun(List<UUID> tasks, @Nullable UUID to) {
        return bulk.run(bulk.preview(tasks, to), to);
    }

    @Test
    void a_number_typed_into_the_palette_is_searched_without_an_address_and_finds_only_what_one_may_see() {
        TestFirm.Client client = firm.client("palette", null);
        String found = as("clerk", () -> searched(client.phone()));
        assertThat(found).contains("139").doesNotContain(client.phone());
        assertThat(as("clerk2", () -> searched(client.phone())))
                .contains("其他门店用这个号码登记过客户，这里不显示更多内容")
                .doesNotContain("139", client.phone());
    }

    @Test
    void a_case_number_typed_into_the_palette_opens_the_case() {
        InboxTask task = reviewed("palette-case");
        String page = as("clerk", () -> {
            pages();
            way("clerk", "打开案件", task.caseReference().toLowerCase(java.util.Locale.ROOT))
                    .run()
                    .run();
            assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                    .isEqualTo("staff/cases/" + task.caseId());
            return BrowserlessPages.text();
        });
        assertThat(page).contains(task.caseReference());
        as("clerk2", () -> {
            pages();
            way("clerk2", "打开案件", task.caseReference()).run().run();
            assertThat(_get(TextField.class).isInvalid()).isTrue();
            return "";
        });
    }

    private List<String> offered(String who) {
        Actor actor = accounts.byUsername(who).orElseThrow().actor();
        return as(who, () -> palette.stream()
                .flatMap(source -> source.entries(actor).stream())
                .map(PaletteEntry::name)
                .toList());
    }

    private String searched(String phone) {
        pages();
        way("clerk", "搜索客户", phone).run().run();
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("staff/people");
        return BrowserlessPages.text();
    }

    private void pages() {
        BrowserlessPages.open(context, "io.shouxin.inbox.ui", "io.shouxin.request.ui.staff");
    }

    private PaletteEntry way(String who, String name, String typed) {
        Actor actor = accounts.byUsername(who).orElseThrow().actor();
        return palette.stream()
                .flatMap(source -> source.typed(typed, actor).stream())
                .filter(entry -> entry.name().startsWith(name) && !entry.remembered())
                .findFirst()
                .orElseThrow();
    }

    /** A task of the first branch that waits for review. */
    private InboxTask reviewed(String tag) {
        TestFirm.Client client = firm.client(tag, null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
        return desks.task(id, "clerk", "review-decisions");
    }

    private void colleague(String name, Role role, UUID branch) {
        accounts.create(new StaffAccount(UUID.randomUUID(), name, name, Set.of(role), Set.of(branch), true), "secret");
    }

    private UUID id(String username) {
        return accounts.byUsername(username).orElseThrow().id();
    }

    private <T> T as(String who, Supplier<T> work) {
        return firm.asStaff(who, work);
    }

    private void run(String who, Runnable work) {
        as(who, () -> {
            work.run();
            return Map.of();
        });
    }
}
