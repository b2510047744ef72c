package io.shouxin.workflow.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.retention.DealFacts;
import io.shouxin.retention.DealType;
import io.shouxin.retention.DecisionReason;
import io.shouxin.retention.RetentionDecider;
import io.shouxin.retention.RetentionDecision;
import io.shouxin.retention.RetentionTexts;
import io.shouxin.shared.Sector;
import io.shouxin.shared.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetentionCompletenessTest {

    private static final List<String> CATEGORIES = List.of(
            "IDENTITY",
            "IDENTITY_IMAGE",
            "CONTACT",
            "SOCIAL_ACCOUNT",
            "ADDRESS",
            "DEMAND",
            "PROPERTY",
            "TRANSACTION",
            "FINANCIAL_ACCOUNT",
            "HOUSEHOLD",
            "CHILD",
            "HEALTH",
            "BELIEF_DIET",
            "HOME_ACCESS",
            "SERVICE",
            "WORKER",
            "CONSENT_CLAIM",
            "NOTE",
            "INTERNAL",
            "UNCLASSIFIED");
    private static final List<String> CLASSIFICATIONS = List.of("POLICY_SENSITIVE", "STATUTORY_SENSITIVE_CHILD");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final List<@Nullable LocalDate> ENDS = endDates();

    @Test
    void every_record_gets_a_decision_with_a_whole_sentence_in_both_languages() {
        RetentionDecider decider = new RetentionDecider(new DmnRetentionRules(new DecisionTables()), Clock.systemUTC());
        Set<DecisionReason> met = EnumSet.noneOf(DecisionReason.class);
        Set<RetentionDecision> told = new HashSet<>();
        for (KnownFacts facts : (Iterable<KnownFacts>) everyRecord().stream()
                .flatMap(each -> Stream.of(each, each.keptUntil(TODAY, "SC-2026-000001")))::iterator) {
            RetentionDecision decision = decider.decide(facts.facts(), TODAY);
            met.add(decision.reason());
            if (told.add(decision)) {
                for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                    assertWhole(RetentionTexts.client(decision, locale), facts);
                    assertWhole(RetentionTexts.staff(decision, locale), facts);
                    if (decision.strength() != null) {
                        assertWhole(RetentionTexts.basis(decision, locale), facts);
                    }
                    assertThat(RetentionTexts.client(decision, locale)).doesNotContain("可疑", "uspicious");
                }
            }
        }
        assertThat(met).containsExactlyInAnyOrder(DecisionReason.values());
    }

    @Test
    void both_bundles_have_the_same_keys() {
        assertThat(retentionKeys(Texts.chinese())).isEqualTo(retentionKeys(Texts.english()));
    }

    private static List<String> retentionKeys(Texts texts) {
        return texts.keys().stream()
                .filter(key -> key.matches("(retention|Outcome|Strength|DealType|PeriodUnit|ClockStart)\\..*"))
                .toList();
    }

    private static void assertWhole(String sentence, KnownFacts facts) {
        assertThat(sentence)
                .as(facts.facts().toString())
                .isNotBlank()
                .doesNotContain("!", "{", "}", "retention.", "。。", "..", "null")
                .matches("(?s).*[。.]");
    }

    private static List<KnownFacts> everyRecord() {
        List<KnownFacts> all = new ArrayList<>();
        for (String category : CATEGORIES) {
            for (Sector sector : Sector.values()) {
                for (DealType type : DealType.values()) {
                    for (String classification : CLASSIFICATIONS) {
                        for (LocalDate end : ENDS) {
                            for (boolean running : new boolean[] {false, true}) {
                                DealFacts deal = new DealFacts(sector, type, null, end, running);
                                KnownFacts facts = new KnownFacts(category, classification, deal);
                                all.add(facts);
                                all.add(facts.withOpenClaim().recorded(TODAY, null));
                                all.add(facts.sealedBy("ZY-2026-0031"));
                            }
                        }
                    }
                }
            }
        }
        return all;
    }

    private static List<@Nullable LocalDate> endDates() {
        List<@Nullable LocalDate> ends = new ArrayList<>();
        ends.add(null);
        for (String day : List.of("2012-01-01", "2021-06-30", "2024-12-31", "2026-03-15", "2027-06-30")) {
            ends.add(LocalDate.parse(day));
        }
        return ends;
    }
}
