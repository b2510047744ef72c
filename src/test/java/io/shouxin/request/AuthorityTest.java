package io.shouxin.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.StateRefused;
import io.shouxin.subject.SubjectKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuthorityTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:12:00Z");
    private static final UUID CLERK = UUID.randomUUID();
    private static final List<AskedNeed> ASKED = AskedNeed.of(List.of(
            new AskedPaper(Need.IDENTITY, Paper.IDENTITY_DOCUMENT, "A", "law", "V1"),
            new AskedPaper(Need.KINSHIP, Paper.HOUSEHOLD_REGISTER, "B", "law", "V1"),
            new AskedPaper(Need.KINSHIP, Paper.BIRTH_CERTIFICATE, "C", "law", "V1")));
    private static final Map<Paper, Authority.Sight> ENOUGH =
            Map.of(Paper.IDENTITY_DOCUMENT, Authority.Sight.ORIGINAL, Paper.BIRTH_CERTIFICATE, Authority.Sight.FILE);
    private static final Map<Paper, Authority.Sight> SHORT = Map.of(Paper.IDENTITY_DOCUMENT, Authority.Sight.ORIGINAL);

    private final RequestId id = new RequestId(UUID.randomUUID());
    private final OnBehalf claim = claim(Capacity.GUARDIAN, Ward.UNDER_14, false, "");
    private final SubjectRequest request = request(Capacity.GUARDIAN);

    @Test
    void papers_are_awaited_or_looked_at_where_whoever_enters_it_has_them() {
        assertThat(Authority.claimed(id, claim, false).state()).isEqualTo(Authority.State.AWAITED);
        assertThat(Authority.claimed(id, claim, true).state()).isEqualTo(Authority.State.TO_CHECK);
    }

    @Test
    void one_paper_for_each_need_confirms_it_and_names_who_vouches() {
        Authority authority = Authority.claimed(id, claim, true);
        authority.confirm(ASKED, ENOUGH, CLERK, NOW);
        assertThat(authority.isConfirmed()).isTrue();
        assertThat(authority.decidedBy()).isEqualTo(CLERK);
        assertThat(new Authority(authority.snapshot()).seen()).isEqualTo(ENOUGH);
    }

    @Test
    void nothing_is_confirmed_while_a_need_is_not_shown_or_nobody_has_looked() {
        assertThatThrownBy(() -> Authority.claimed(id, claim, true).confirm(ASKED, SHORT, CLERK, NOW))
                .isInstanceOf(StateRefused.class);
        assertThatThrownBy(() -> Authority.claimed(id, claim, false).confirm(ASKED, ENOUGH, CLERK, NOW))
                .isInstanceOf(StateRefused.class);
        assertThat(Authority.missing(ASKED, SHORT.keySet()))
                .extracting(AskedNeed::need)
                .containsExactly(Need.KINSHIP);
    }

    @Test
    void what_was_seen_is_kept_while_the_rest_is_asked_for() {
        Authority authority = Authority.claimed(id, claim, true);
        authority.askAgain(SHORT);
        assertThat(authority.state()).isEqualTo(Authority.State.AWAITED);
        assertThat(new AuthorityView(authority, ASKED, true).missing())
                .extracting(AskedNeed::need)
                .containsExactly(Need.KINSHIP);
        authority.papersCame();
        assertThat(authority.state()).isEqualTo(Authority.State.TO_CHECK);
    }

    @Test
    void a_refusal_stands_until_the_second_person_returns_it() {
        Authority authority = Authority.claimed(id, claim, true);
        authority.refuse(SHORT, CLERK, NOW);
        assertThatThrownBy(authority::papersCame).isInstanceOf(StateRefused.class);
        assertThatThrownBy(() -> authority.confirm(ASKED, ENOUGH, CLERK, NOW)).isInstanceOf(StateRefused.class);
        authority.refusalReturned();
        assertThat(authority.state()).isEqualTo(Authority.State.TO_CHECK);
        assertThat(authority.decidedBy()).isNull();
        assertThatThrownBy(authority::refusalReturned).isInstanceOf(StateRefused.class);
    }

    @Test
    void
            what_was_confirmed_is_looked_at_again_when_the_second_person_doubts_it_and_whose_data_it_is_can_be_said_anew() {
        Authority authority = Authority.claimed(id, claim, true);
        assertThatThrownBy(authority::doubted).isInstanceOf(StateRefused.class);
        authority.confirm(ASKED, ENOUGH, CLERK, NOW);
        request.moveTo(RequestStatus.SECOND_REVIEW);
        authority.doubted();
        request.checkAuthorityAgain();
        assertThat(authority.state()).isEqualTo(Authority.State.TO_CHECK);
        assertThat(authority.decidedBy()).isNull();
        UUID other = UUID.randomUUID();
        request.concern(other, authority);
        assertThat(request.subjectId()).isEqualTo(other);
        assertThatThrownBy(request::checkAuthorityAgain).isInstanceOf(StateRefused.class);
    }

    @Test
    void whose_data_it_is_about_is_said_before_the_authority_stands_and_never_after() {
        Authority authority = Authority.claimed(id, claim, true);
        UUID child = UUID.randomUUID();
        request.concern(child, authority);
        assertThat(request.subjectId()).isEqualTo(child);
        authority.confirm(ASKED, ENOUGH, CLERK, NOW);
        assertThatThrownBy(() -> request.concern(UUID.randomUUID(), authority)).isInstanceOf(StateRefused.class);
        assertThatThrownBy(() -> request(Capacity.SELF).concern(child, Authority.claimed(id, claim, true)))
                .isInstanceOf(StateRefused.class);
    }

    @Test
    void a_case_for_another_belongs_to_itself_and_only_an_agents_person_may_stop_it() {
        UUID person = UUID.randomUUID();
        for (Capacity capacity : Capacity.values()) {
            SubjectRequest asked = request(capacity);
            if (capacity.isForAnother()) {
                asked.concern(person, Authority.claimed(id, claim, true));
                assertThat(asked.owner()).isEqualTo(id.value());
            }
            assertThat(asked.isAskedInNameOf(person)).isEqualTo(capacity == Capacity.AGENT);
        }
    }

    @Test
    void only_a_request_for_another_is_refused_for_want_of_authority() {
        request.refuseAuthority("R15");
        assertThat(request.refusalCode()).isEqualTo("R15");
        assertThatThrownBy(() -> request(Capacity.SELF).refuseAuthority("R15")).isInstanceOf(StateRefused.class);
    }

    @Test
    void the_answer_for_a_minor_is_due_sooner_and_for_somebody_deceased_as_the_law_has_it() {
        assertThat(Capacity.GUARDIAN.clockType(RequestType.DELETION, Ward.UNDER_14))
                .isEqualTo("MINOR");
        assertThat(Capacity.GUARDIAN.clockType(RequestType.DELETION, Ward.UNDER_18))
                .isEqualTo("MINOR");
        assertThat(Capacity.GUARDIAN.clockType(RequestType.DELETION, Ward.ADULT))
                .isEqualTo("DELETION");
        assertThat(Capacity.AGENT.clockType(RequestType.DELETION, null)).isEqualTo("DELETION");
        assertThat(Capacity.RELATIVE.clockType(RequestType.DELETION, null)).isEqualTo("DECEASED_RELATIVE");
    }

    @Test
    void what_was_seen_in_files_that_are_gone_is_asked_for_again() {
        Authority authority = Authority.claimed(id, claim, true);
        authority.askAgain(ENOUGH);
        authority.forgetFiles();
        assertThat(authority.seen()).containsOnlyKeys(Paper.IDENTITY_DOCUMENT);
        authority.papersCame();
        authority.confirm(ASKED, ENOUGH, CLERK, NOW);
        assertThatThrownBy(authority::forgetFiles).isInstanceOf(StateRefused.class);
    }

    @Test
    void as_whom_somebody_asks_is_corrected_only_while_papers_are_looked_at_and_never_to_themselves() {
        Authority authority = Authority.claimed(id, claim, true);
        assertThatThrownBy(() -> authority.correct(Capacity.SELF, null, false)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> authority.correct(Capacity.GUARDIAN, null, false))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> authority.correct(Capacity.RELATIVE, null, true))
                .isInstanceOf(InvalidInput.class);
        authority.correct(Capacity.AGENT, null, true);
        request.correctCapacity(authority);
        assertThat(request.capacity()).isEqualTo(Capacity.AGENT);
        assertThat(authority.ward()).isNull();
        assertThat(authority.lawyer()).isTrue();
        assertThatThrownBy(() -> request(Capacity.SELF).correctCapacity(authority))
                .isInstanceOf(StateRefused.class);
        authority.askAgain(SHORT);
        assertThatThrownBy(() -> authority.correct(Capacity.GUARDIAN, Ward.ADULT, false))
                .isInstanceOf(StateRefused.class);
        assertThatThrownBy(() -> request.correctCapacity(authority)).isInstanceOf(StateRefused.class);
    }

    @Test
    void a_minor_is_one_by_their_age_or_where_it_is_unknown_whom_the_file_has_as_a_child() {
        LocalDate today = LocalDate.of(2026, 11, 23);
        assertThat(Ward.UNDER_14.canBe(SubjectKind.CHILD, null, today)).isTrue();
        assertThat(Ward.UNDER_14.canBe(SubjectKind.CLIENT, null, today)).isFalse();
        assertThat(Ward.UNDER_18.canBe(SubjectKind.CLIENT, null, today)).isFalse();
        assertThat(Ward.UNDER_14.canBe(SubjectKind.CHILD, LocalDate.of(2012, 11, 23), today))
                .isFalse();
        assertThat(Ward.UNDER_14.canBe(SubjectKind.CHILD, LocalDate.of(2012, 11, 24), today))
                .isTrue();
        assertThat(Ward.UNDER_18.canBe(SubjectKind.CLIENT, LocalDate.of(2009, 1, 1), today))
                .isTrue();
        assertThat(Ward.UNDER_18.canBe(SubjectKind.CHILD, LocalDate.of(2008, 11, 23), today))
                .isFalse();
        assertThat(Ward.ADULT.canBe(SubjectKind.CLIENT, null, today)).isTrue();
        assertThat(Ward.ADULT.canBe(SubjectKind.CHILD, LocalDate.of(2020, 1, 1), today))
                .isFalse();
    }

    @Test
    void what_does_not_go_together_is_refused() {
        assertThatThrownBy(() -> claim(Capacity.SELF, null, false, "")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> claim(Capacity.GUARDIAN, null, false, "")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> claim(Capacity.AGENT, Ward.ADULT, false, "")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> claim(Capacity.RELATIVE, null, true, "x")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> claim(Capacity.RELATIVE, null, false, " ")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> claim(Capacity.AGENT, null, false, "x")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new OnBehalf.Person(" ", "", "")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new OnBehalf.Person("张", "12", "")).isInstanceOf(InvalidInput.class);
        assertThat(new OnBehalf.Person("张", "138 0013 8000", "").phone()).isEqualTo("13800138000");
    }

    private static OnBehalf claim(Capacity capacity, @Nullable Ward ward, boolean lawyer, String interest) {
        return new OnBehalf(capacity, ward, lawyer, new OnBehalf.Person("张小明", "", ""), "母亲", interest);
    }

    private SubjectRequest request(Capacity capacity) {
        return SubjectRequest.receive(
                id,
                "SC-2026-000482",
                RequestType.DELETION,
                capacity,
                null,
                UUID.randomUUID(),
                Channel.PORTAL,
                "zh",
                null,
                NOW,
                NOW);
    }
}
