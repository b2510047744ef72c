package io.shouxin.workflow.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.request.AskedNeed;
import io.shouxin.request.AskedPaper;
import io.shouxin.request.AuthorityRules;
import io.shouxin.request.Capacity;
import io.shouxin.request.Need;
import io.shouxin.request.Paper;
import io.shouxin.request.Ward;
import io.shouxin.shared.Citations;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DmnAuthorityRulesTest {

    private static final AuthorityRules RULES = new DmnAuthorityRules(new DecisionTables());

    private record Case(Capacity capacity, @Nullable Ward ward, boolean lawyer) {}

    @ParameterizedTest
    @CsvSource({
        "GUARDIAN, UNDER_14, false, IDENTITY KINSHIP",
        "GUARDIAN, UNDER_18, false, IDENTITY KINSHIP AGREEMENT",
        "GUARDIAN, ADULT, false, IDENTITY INCAPACITY KINSHIP",
        "AGENT, , false, POWER IDENTITY",
        "AGENT, , true, POWER IDENTITY",
        "RELATIVE, , false, IDENTITY DEATH KINSHIP INTEREST"
    })
    void each_capacity_shows_what_the_law_asks_for_and_nothing_more(
            Capacity capacity, @Nullable Ward ward, boolean lawyer, String needs) {
        assertThat(RULES.papers(capacity, ward, lawyer))
                .extracting(each -> each.need().name())
                .containsExactlyInAnyOrder(needs.split(" "));
    }

    @Test
    void of_a_lawyer_licence_and_power_suffice_and_neither_identity_card_nor_anything_else_is_asked_for() {
        assertThat(papers(RULES.papers(Capacity.AGENT, null, true)))
                .containsExactlyInAnyOrder(Paper.LAWYER_LICENCE, Paper.POWER_OF_ATTORNEY);
        assertThat(papers(RULES.papers(Capacity.AGENT, null, false)))
                .containsExactlyInAnyOrder(Paper.IDENTITY_DOCUMENT, Paper.POWER_OF_ATTORNEY);
    }

    @ParameterizedTest
    @EnumSource(
            value = Ward.class,
            names = {"UNDER_14", "UNDER_18"})
    void one_of_three_papers_shows_whose_child_it_is(Ward ward) {
        AskedNeed kinship = need(RULES.papers(Capacity.GUARDIAN, ward, false), Need.KINSHIP);
        assertThat(papers(List.of(kinship)))
                .containsExactlyInAnyOrder(Paper.HOUSEHOLD_REGISTER, Paper.BIRTH_CERTIFICATE, Paper.OFFICIAL_DOCUMENT);
        assertThat(kinship.isMetBy(Set.of(Paper.BIRTH_CERTIFICATE))).isTrue();
        assertThat(kinship.isMetBy(Set.of(Paper.IDENTITY_DOCUMENT))).isFalse();
    }

    @Test
    void a_judgment_of_incapacity_alone_makes_nobody_the_guardian_of_an_adult() {
        List<AskedNeed> asked = RULES.papers(Capacity.GUARDIAN, Ward.ADULT, false);
        AskedNeed kinship = need(asked, Need.KINSHIP);
        assertThat(kinship.isMetBy(Set.of(Paper.COURT_DECISION, Paper.IDENTITY_DOCUMENT)))
                .isFalse();
        assertThat(papers(List.of(kinship)))
                .containsExactlyInAnyOrder(
                        Paper.GUARDIAN_NAMED,
                        Paper.HOUSEHOLD_REGISTER,
                        Paper.MARRIAGE_CERTIFICATE,
                        Paper.OFFICIAL_DOCUMENT);
        assertThat(need(asked, Need.INCAPACITY).isMetBy(Set.of(Paper.GUARDIAN_NAMED)))
                .isFalse();
    }

    @Test
    void a_relative_says_their_interest_and_shows_no_paper_for_it() {
        List<AskedNeed> asked = RULES.papers(Capacity.RELATIVE, null, false);
        assertThat(papers(List.of(need(asked, Need.INTEREST)))).allMatch(Paper::isSaid);
        assertThat(papers(List.of(need(asked, Need.KINSHIP)))).contains(Paper.MARRIAGE_CERTIFICATE);
    }

    @Test
    void every_row_is_asked_in_some_case_and_every_need_and_paper_in_some_row() {
        List<AskedPaper> asked = everyCase()
                .flatMap(each -> RULES.papers(each.capacity(), each.ward(), each.lawyer()).stream())
                .flatMap(need -> need.oneOf().stream())
                .toList();
        assertThat(asked.stream().map(AskedPaper::ruleId).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        TableFile.read("authority-proof").ruleIds());
        assertThat(asked.stream().map(AskedPaper::need).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Need.values());
        assertThat(asked.stream().map(AskedPaper::paper).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Paper.values());
        assertThat(asked).allMatch(each -> Citations.isKnown(each.source()));
    }

    @Test
    void in_every_case_it_is_shown_who_the_requester_is_and_by_what_right() {
        everyCase().forEach(each -> {
            List<AskedNeed> asked = RULES.papers(each.capacity(), each.ward(), each.lawyer());
            assertThat(asked)
                    .as(each.toString())
                    .extracting(AskedNeed::need)
                    .contains(Need.IDENTITY)
                    .hasSizeGreaterThan(1);
        });
    }

    @Test
    void whoever_asks_for_themselves_shows_no_authority_and_a_guardian_of_nobody_is_refused() {
        assertThat(RULES.papers(Capacity.SELF, null, false)).isEmpty();
        assertThatThrownBy(() -> RULES.papers(Capacity.GUARDIAN, null, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_table_that_was_asked_can_be_named() {
        assertThat(RULES.version()).matches("v1-[0-9a-f]{12}");
    }

    private static Stream<Case> everyCase() {
        return Stream.of(
                        Arrays.stream(Ward.values()).map(ward -> new Case(Capacity.GUARDIAN, ward, false)),
                        Stream.of(true, false).map(lawyer -> new Case(Capacity.AGENT, null, lawyer)),
                        Stream.of(new Case(Capacity.RELATIVE, null, false)))
                .flatMap(each -> each);
    }

    private static AskedNeed need(List<AskedNeed> asked, Need need) {
        return Objects.requireNonNull(
                asked.stream().filter(each -> each.need() == need).findFirst().orElse(null));
    }

    private static Set<Paper> papers(List<AskedNeed> asked) {
        return asked.stream()
                .flatMap(need -> need.oneOf().stream())
                .map(AskedPaper::paper)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Paper.class)));
    }
}
