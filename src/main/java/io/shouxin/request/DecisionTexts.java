package io.shouxin.request;

import io.shouxin.deadline.DeadlineTexts;
import io.shouxin.retention.Outcome;
import io.shouxin.retention.RetentionTexts;
import io.shouxin.shared.Texts;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says a decision in words, for clients, clerks and letters. */
public final class DecisionTexts {

    private DecisionTexts() {}

    /** "2026 年买卖 · 交易与价款": what the record is, without saying what is in it. */
    public static String title(RecordDecision decision, Locale locale) {
        return title(
                decision.category().name(),
                decision.dealType() == null ? null : decision.dealType().name(),
                decision.dealYear(),
                locale);
    }

    public static String title(String category, @Nullable String dealType, @Nullable Integer dealYear, Locale locale) {
        Texts texts = Texts.of(locale);
        String name = texts.get("Category." + category);
        if (dealType == null || !texts.has("record.withDeal." + category)) {
            return name;
        }
        String deal = texts.get("DealType." + dealType);
        return dealYear == null
                ? texts.get("record.titleWithDeal", deal, name)
                : texts.get("record.titleWithDealAndYear", Integer.toString(dealYear), deal, name);
    }

    /** "将删除", "只存不用至 2036 年 3 月 15 日", "待专人判定", … */
    public static String chip(RecordDecision decision, Locale locale) {
        Texts texts = Texts.of(locale);
        LocalDate until = decision.until();
        return until != null && decision.outcome() == Outcome.RESTRICT_STORAGE_ONLY
                ? texts.get("request.chip.RESTRICT_STORAGE_ONLY", RetentionTexts.date(until, locale))
                : texts.get("request.chip." + decision.outcome().name());
    }

    /** Why, for the client. A decision that a person changed says so. */
    public static String forClient(RecordDecision decision, Locale locale) {
        if (!decision.isChanged()) {
            return RetentionTexts.client(decision.proposed(), locale);
        }
        Texts texts = Texts.of(locale);
        LocalDate until = decision.until();
        return texts.get(
                "request.changed.client." + decision.outcome().name(),
                until == null ? "" : DeadlineTexts.of(locale, LocalDate.MIN).date(until),
                decision.changeCode() == null ? "" : texts.get("retention.refusal." + decision.changeCode()));
    }

    /** For the staff, below the reason: strength, source and certainty of the rule; empty where no rule decided. */
    public static String basis(RecordDecision decision, Locale locale) {
        return RetentionTexts.basis(decision.proposed(), locale);
    }

    /** What is asked of whoever decides it; empty once it is decided. */
    public static String question(RecordDecision decision, Locale locale) {
        return decision.isOpen() ? RetentionTexts.question(decision.proposed(), locale) : "";
    }

    /** Why, for the staff; and that a person changed it. */
    public static String forStaff(RecordDecision decision, Locale locale) {
        String rule = RetentionTexts.staff(decision.proposed(), locale);
        return decision.isChanged() ? Texts.of(locale).get("request.changed.staff", rule) : rule;
    }
}
