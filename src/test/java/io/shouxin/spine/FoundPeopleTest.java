package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.evidence.EvidenceKind;
import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.record.OpenClaim;
import io.shouxin.record.PeopleSearch;
import io.shouxin.record.Records;
import io.shouxin.request.Channel;
import io.shouxin.request.PersonLooks;
import io.shouxin.request.PersonReveal;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.IndexEntry;
import io.shouxin.subject.Subjects;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the staff find cases and people, who looked at somebody, and what they are reminded of. */
@SpringBootTest
@Import(TestFirm.class)
class FoundPeopleTest {

    private final ApplicationContext context;
    private final TestFirm firm;
    private final Desks desks;
    private final PersonLooks looks;
    private final ClaimDesk claims;
    private final JdbcClient jdbc;

    @Autowired
    FoundPeopleTest(ApplicationContext context, TestFirm firm, PersonLooks looks, JdbcClient jdbc) {
        this.context = context;
        this.firm = firm;
        this.looks = looks;
        this.jdbc = jdbc;
        this.desks = Desks.of(context);
        this.claims = ClaimDesk.of(context);
    }

    @BeforeEach
    void open() {
        firm.open();
        StaffAccounts accounts = context.getBean(StaffAccounts.class);
        if (accounts.byUsername("auditor").isEmpty()) {
            accounts.create(
                    new StaffAccount(
                            UUID.randomUUID(),
                            "auditor",
                            "auditor",
                            Set.of(Role.AUDITOR),
                            Set.of(TestFirm.BRANCH),
                            true),
                    "secret");
        }
    }

    @Test
    void a_case_is_found_by_whole_name_or_telephone_in_ones_branches_and_the_search_is_written_down() {
        TestFirm.Client client = firm.client("found-case", null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        RequestId stranger = desks.enter(
                "clerk", DeletionWish.ofSomebody("欧阳某某", Channel.PHONE).reachedAt("13122223333"));

        assertThat(found("clerk", "canary金丝雀NAMEfound-case")).containsExactly(id);
        assertThat(found(
                        "clerk",
                        client.phone().substring(0, 3) + " " + client.phone().substring(3)))
                .containsExactly(id);
        assertThat(found("clerk", "欧阳某某")).containsExactly(stranger);
        assertThat(found("clerk", "13122223333")).containsExactly(stranger);
        assertThat(found("clerk", "欧阳")).as("never in part").isEmpty();
        assertThat(found("clerk2", "欧阳某某")).as("another branch").isEmpty();
        assertThat(found("auditor", "欧阳某某")).as("who sees nobody unmasked").isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM evidence_entry WHERE target_type = 'cases' AND details::text LIKE ?")
                        .param("%" + stranger.value() + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("SELECT count(*) FROM evidence_entry WHERE details::text LIKE '%13122223333%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void people_are_found_by_mail_passport_contract_and_customer_number() {
        TestFirm.Client client = firm.client("found-person", null);
        UUID record = context.getBean(Records.class).of(client.id()).get(0).id();
        context.getBean(Subjects.class)
                .index(List.of(
                        new IndexEntry(client.id(), record, IdentifierKind.EMAIL, "found@person.example"),
                        new IndexEntry(client.id(), record, IdentifierKind.ID_NUMBER, "E12345678"),
                        new IndexEntry(client.id(), record, IdentifierKind.CONTRACT_NUMBER, "HT-2026-881"),
                        new IndexEntry(client.id(), record, IdentifierKind.CUSTOMER_NUMBER, "KH0042")));
        PeopleSearch search = context.getBean(PeopleSearch.class);
        for (String typed : List.of("Found@Person.example", "e12345678", "ht-2026-881", " KH 0042")) {
            assertThat(firm.asStaff("clerk", () -> search.find(typed)))
                    .as(typed)
                    .extracting(PeopleSearch.Found::subject)
                    .containsExactly(client.id());
            assertThat(firm.asStaff("clerk2", () -> search.find(typed))).isEmpty();
        }
    }

    @Test
    void those_who_watch_see_who_looked_at_a_person_how_and_for_what_page_by_page() {
        TestFirm.Client client = firm.client("looked-at", null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        firm.asStaff("clerk", () -> context.getBean(PeopleSearch.class).visit(client.id()));
        firm.asStaff("second", () -> context.getBean(PersonReveal.class).ofCase(id));
        UUID second = context.getBean(StaffAccounts.class)
                .byUsername("second")
                .orElseThrow()
                .id();

        for (String who : List.of("officer", "auditor")) {
            PersonLooks.Page page = firm.asStaff(who, () -> looks.of(client.id(), 0, 10));
            assertThat(page.more()).isFalse();
            assertThat(page.looks()).hasSize(2);
            assertThat(page.looks().get(0)).satisfies(look -> {
                assertThat(look.kind()).isEqualTo(EvidenceKind.REVEALED.name());
                assertThat(look.by()).isEqualTo(second);
                assertThat(look.request()).extracting(SubjectRequest::id).isEqualTo(id);
            });
            assertThat(page.looks().get(1).inCase()).isFalse();
            PersonLooks.Page first = firm.asStaff(who, () -> looks.of(client.id(), 0, 1));
            assertThat(first.more()).isTrue();
            assertThat(firm.asStaff(who, () -> looks.of(client.id(), 1, 1)).looks())
                    .containsExactly(page.looks().get(1));
        }
        for (String who : List.of("clerk", "second")) {
            assertThatThrownBy(() -> firm.asStaff(who, () -> looks.of(client.id(), 0, 10)))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void a_claim_reminds_its_branch_on_its_day_the_officer_when_it_is_past_and_nobody_once_it_was_looked_at() {
        TestFirm.Client client = firm.client("reminded", ClaimDesk.LONG_AGO);
        OpenClaim claim = claims.recordAs("clerk", ClaimDesk.aboutTheSale(client, "GZ-77"));
        assertThat(due("clerk")).doesNotContain(claim.id());

        move(claim, 0);
        assertThat(due("clerk")).contains(claim.id());
        assertThat(due("second")).contains(claim.id());
        assertThat(due("officer")).as("not before it is past").doesNotContain(claim.id());
        assertThat(due("clerk2")).as("another branch").doesNotContain(claim.id());
        assertThat(due("auditor")).isEmpty();
        move(claim, 1);
        assertThat(due("officer")).contains(claim.id());

        assertThatThrownBy(() -> firm.asStaff("clerk", () -> claims.service().renew(claim.id(), ClaimDesk.TODAY)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        firm.asStaff("clerk2", () -> claims.service().renew(claim.id(), ClaimDesk.TODAY.plusMonths(1))))
                .isInstanceOf(NotFound.class);
        firm.asStaff("clerk", () -> claims.service().renew(claim.id(), ClaimDesk.TODAY.plusMonths(1)));
        assertThat(due("clerk")).doesNotContain(claim.id());
        assertThat(due("officer")).doesNotContain(claim.id());
        assertThat(claims.kinds(client)).contains(EvidenceKind.CLAIM_RENEWED.name());
    }

    private List<UUID> due(String who) {
        return firm.asStaff(who, () -> claims.service().due()).stream()
                .map(OpenClaim::id)
                .toList();
    }

    private void move(OpenClaim claim, int daysPast) {
        jdbc.sql("UPDATE open_claim SET review_on = ? WHERE id = ?")
                .params(ClaimDesk.TODAY.minusDays(daysPast), claim.id())
                .update();
    }

    private List<RequestId> found(String who, String typed) {
        return firm.asStaff(who, () -> desks.reader().ofPerson(typed)).stream()
                .map(SubjectRequest::id)
                .toList();
    }
}
