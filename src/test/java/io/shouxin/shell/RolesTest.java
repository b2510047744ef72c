package io.shouxin.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.evidence.EvidenceView;
import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.inbox.Inbox;
import io.shouxin.request.Channel;
import io.shouxin.request.NewRequest;
import io.shouxin.request.PersonReveal;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestReader;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import io.shouxin.shared.ui.DecisionBar;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.spine.DeletionWish;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.BrowserlessPages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** What each role finds in the workspace, and what stays closed to it in pages and services. */
@SpringBootTest
@Import(TestFirm.class)
@ExtendWith(BrowserlessPages.class)
class RolesTest {

    private static final String INBOX = "staff/inbox";
    private static final String CASES = "staff/cases";
    private static final String PEOPLE = "staff/people";
    private static final String ENTER = "staff/requests/new";
    private static final String UNDELIVERED = "staff/undelivered";
    private static final String IMPORTS = "staff/imports";
    private static final String SWEEPS = "staff/sweeps";
    private static final String UNUSUAL = "staff/unusual";
    private static final String ADMINISTRATION = "staff/administration";
    private static final String FIRM = "staff/administration/firm";
    private static final String CALENDAR = "staff/calendar";

    /** In the order of the rail, so that the first is where the role arrives. */
    private static final Map<Role, List<String>> PAGES = Map.of(
            Role.STAFF, List.of(INBOX, CASES, PEOPLE, ENTER, UNDELIVERED, IMPORTS),
            Role.REVIEWER, List.of(INBOX, CASES, PEOPLE, ENTER, UNDELIVERED, SWEEPS),
            Role.PRIVACY_OFFICER,
                    List.of(INBOX, CASES, PEOPLE, ENTER, UNDELIVERED, IMPORTS, SWEEPS, UNUSUAL, FIRM, CALENDAR),
            Role.LEGAL, List.of(CASES, PEOPLE),
            Role.AUDITOR, List.of(CASES, SWEEPS, UNUSUAL),
            Role.ADMINISTRATOR, List.of(ADMINISTRATION, IMPORTS, FIRM, CALENDAR));

    private final ApplicationContext context;
    private final TestFirm firm;
    private final StaffAccounts accounts;
    private final RequestIntake intake;
    private final RequestReader reader;
    private final PersonReveal reveal;
    private final Inbox inbox;
    private final EvidenceReader evidence;

    @Autowired
    RolesTest(
            ApplicationContext context,
            TestFirm firm,
            StaffAccounts accounts,
            RequestIntake intake,
            RequestReader reader,
            PersonReveal reveal,
            Inbox inbox,
            EvidenceReader evidence) {
        this.context = context;
        this.firm = firm;
        this.accounts = accounts;
        this.intake = intake;
        this.reader = reader;
        this.reveal = reveal;
        this.inbox = inbox;
        this.evidence = evidence;
    }

    @BeforeEach
    void open() {
        firm.open();
        for (Role role : Role.values()) {
            account(name(role), role, TestFirm.BRANCH);
        }
        account("far-auditor", Role.AUDITOR, TestFirm.OTHER_BRANCH);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void the_rail_shows_what_the_role_can_open_and_nothing_else(Role role) {
        List<String> shown = browse(role, () -> {
            Rail rail = context.getBean(Rail.class);
            UI.getCurrent().add(rail);
            rail.refresh("");
            return _find(RouteLink.class, spec -> spec.withClasses("entry")).stream()
                    .map(RouteLink::getHref)
                    .toList();
        });
        assertThat(shown).isEqualTo(PAGES.get(role));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void the_workspace_opens_on_the_first_page_of_the_role(Role role) {
        assertThat(browse(role, () -> arrival("staff"))).startsWith(pages(role).get(0));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void pages_of_other_roles_do_not_open(Role role) {
        List<String> opened = new ArrayList<>();
        for (String address : List.of(
                INBOX, CASES, PEOPLE, ENTER, UNDELIVERED, IMPORTS, SWEEPS, UNUSUAL, ADMINISTRATION, FIRM, CALENDAR)) {
            String arrived = browse(role, () -> arrival(address));
            if (arrived != null) {
                opened.add(address);
            }
        }
        assertThat(opened).containsExactlyInAnyOrderElementsOf(pages(role));
    }

    @Test
    void an_auditor_reads_a_case_masked_and_every_look_is_logged() {
        TestFirm.Client client = firm.client("audited", null);
        RequestId id = submit(client);
        String page = browse(Role.AUDITOR, () -> {
            arrival(CASES + "/" + id);
            assertThat(_find(DecisionBar.class)).isEmpty();
            assertThat(_find(Button.class, spec -> spec.withText("显示"))).isEmpty();
            return BrowserlessPages.text();
        });
        assertThat(page)
                .contains("SC-", "139****")
                .doesNotContain("去处理", "!")
                .doesNotContain(client.canaries().toArray(String[]::new));
        UUID auditor = accounts.byUsername(name(Role.AUDITOR)).orElseThrow().id();
        assertThat(evidence.entries(id.value()).stream().filter(entry -> auditor.equals(entry.actorId())))
                .extracting(EvidenceView::kind)
                .contains("VIEWED");
    }

    @Test
    void an_auditor_is_shown_nobody_unmasked_by_any_way() {
        TestFirm.Client client = firm.client("unmasked", null);
        RequestId id = submit(client);
        refusesToFind(() -> as(Role.AUDITOR, () -> reveal.ofCase(id)));
        refusesToFind(() -> as(Role.AUDITOR, () -> reveal.ofPerson(client.id())));
        refusesToFind(() ->
                as(Role.AUDITOR, () -> reader.letterDraft(id, UnaryOperator.identity(), Locale.SIMPLIFIED_CHINESE)));
        refusesToFind(() -> as(Role.AUDITOR, () -> reader.document(id, "letter-zh")));
        assertThat(as(Role.AUDITOR, () -> reader.document(id, "receipt-zh"))).isNotEmpty();
        assertThat(as(Role.LEGAL, () -> reveal.ofCase(id)).phones()).containsExactly(client.phone());
    }

    @Test
    void legal_reads_a_case_with_no_way_to_decide_or_to_enter_one() {
        TestFirm.Client client = firm.client("for-legal", null);
        RequestId id = submit(client);
        browse(Role.LEGAL, () -> {
            arrival(CASES + "/" + id);
            assertThat(_get(Button.class, spec -> spec.withText("显示")).isEnabled())
                    .isTrue();
            assertThat(BrowserlessPages.text()).doesNotContain("去处理");
            arrival(PEOPLE + "/" + client.id());
            assertThat(_find(RouteLink.class)).noneMatch(link -> link.getHref().startsWith(ENTER));
            return id;
        });
    }

    @Test
    void who_only_reads_neither_enters_nor_cancels_nor_sees_tasks() {
        TestFirm.Client client = firm.client("only-read", null);
        RequestId id = submit(client);
        for (Role role : List.of(Role.LEGAL, Role.AUDITOR, Role.ADMINISTRATOR)) {
            assertThatThrownBy(() -> as(role, () -> {
                        intake.cancel(id);
                        return id;
                    }))
                    .isInstanceOf(AccessRefused.class);
            assertThatThrownBy(() -> as(role, () -> intake.submit(request(client, Channel.COUNTER))))
                    .isInstanceOf(AccessRefused.class);
            assertThat(as(role, () -> inbox.ofCase(id.value()))).isEmpty();
        }
    }

    @Test
    void cases_are_read_in_ones_own_branches_and_by_administrators_not_at_all() {
        RequestId id = submit(firm.client("branches", null));
        assertThat(as(Role.AUDITOR, () -> reader.list(null, null, 0, 1000)))
                .anyMatch(request -> request.id().equals(id));
        assertThat(as(Role.AUDITOR, () -> reader.count(null, null))).isPositive();
        assertThat(firm.asStaff("far-auditor", () -> reader.list(null, null, 0, 1000)))
                .isEmpty();
        refusesToFind(() -> firm.asStaff("far-auditor", () -> reader.get(id)));
        assertThat(as(Role.ADMINISTRATOR, () -> reader.list(null, null, 0, 1000)))
                .isEmpty();
        assertThat(as(Role.ADMINISTRATOR, () -> reader.count(null, null))).isZero();
        refusesToFind(() -> as(Role.ADMINISTRATOR, () -> reader.get(id)));
    }

    @Test
    void the_administrators_page_says_what_there_is_and_what_is_closed() {
        String page = browse(Role.ADMINISTRATOR, () -> {
            arrival(ADMINISTRATION);
            assertThat(_find(RouteLink.class))
                    .extracting(RouteLink::getHref)
                    .contains(IMPORTS, FIRM, ADMINISTRATION + "/new", ADMINISTRATION + "/channels")
                    .allMatch(address -> address.equals(IMPORTS) || address.startsWith(ADMINISTRATION + "/"));
            return BrowserlessPages.text();
        });
        assertThat(page).contains("人员与账号", "导入各门店的客户名单", "新增、改名、停业或恢复门店").doesNotContain("!");
    }

    /** Where the address leads; null where that is an error page. */
    private static @Nullable String arrival(String address) {
        BrowserlessPages.go(address);
        if (UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
                .anyMatch(HasErrorParameter.class::isInstance)) {
            return null;
        }
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }

    private <T> T browse(Role role, Supplier<T> look) {
        return as(role, () -> {
            BrowserlessPages.open(
                    context,
                    "io.shouxin.inbox.ui",
                    "io.shouxin.request.ui.staff",
                    "io.shouxin.record.ui",
                    "io.shouxin.identity.ui",
                    "io.shouxin.deadline.ui",
                    "io.shouxin.sweep.ui",
                    "io.shouxin.audit.ui",
                    "io.shouxin.setup.ui");
            UI.getCurrent().addBeforeEnterListener(RolesTest::requireAccess);
            return look.get();
        });
    }

    /** The check that the router makes in a browser's session. */
    private static void requireAccess(BeforeEnterEvent event) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        Set<String> roles = who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        if (!new AccessAnnotationChecker()
                .hasAccess(event.getNavigationTarget(), who, role -> roles.contains("ROLE_" + role))) {
            throw new IllegalStateException("denied");
        }
    }

    private static void refusesToFind(Runnable look) {
        assertThatThrownBy(look::run).isInstanceOf(NotFound.class);
    }

    private RequestId submit(TestFirm.Client client) {
        return TestFirm.asClient(client.id(), () -> intake.submit(request(client, Channel.PORTAL))
                .id());
    }

    private static NewRequest request(TestFirm.Client client, Channel channel) {
        return DeletionWish.of(client, channel)
                .proven(ProofMethod.CODE_AND_ID_LAST_SIX)
                .request();
    }

    private static List<String> pages(Role role) {
        return PAGES.getOrDefault(role, List.of());
    }

    private static String name(Role role) {
        return "role-" + role.name().toLowerCase(Locale.ROOT);
    }

    private void account(String name, Role role, UUID branch) {
        accounts.create(new StaffAccount(UUID.randomUUID(), name, name, Set.of(role), Set.of(branch), true), "secret");
    }

    private <T> T as(Role role, Supplier<T> work) {
        return firm.asStaff(name(role), work);
    }
}
