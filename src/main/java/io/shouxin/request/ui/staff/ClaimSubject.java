package io.shouxin.request.ui.staff;

import io.shouxin.record.HeldRecord;
import io.shouxin.record.OpenClaim.Deal;
import io.shouxin.request.DecisionTexts;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.TimeText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a claim may concern: one deal of the person at one branch, or single records there.
 *
 * @param deal null for single records
 * @param records by what they are called: all of that branch
 */
record ClaimSubject(UUID branch, @Nullable Deal deal, Map<String, Set<UUID>> records) {

    /** Every deal first, then for each branch the choice of single records. */
    static List<ClaimSubject> of(List<HeldRecord> held, Texts texts) {
        Map<UUID, Map<String, Set<UUID>>> byBranch = new LinkedHashMap<>();
        Set<ClaimSubject> deals = new LinkedHashSet<>();
        for (HeldRecord record : held) {
            byBranch.computeIfAbsent(record.branchId(), branch -> new LinkedHashMap<>())
                    .computeIfAbsent(title(record, texts), title -> new LinkedHashSet<>())
                    .add(record.id());
            Deal deal = Deal.of(record);
            if (deal != null) {
                deals.add(new ClaimSubject(record.branchId(), deal, Map.of()));
            }
        }
        List<ClaimSubject> all = new ArrayList<>(deals);
        byBranch.forEach((branch, records) -> all.add(new ClaimSubject(branch, null, records)));
        return all;
    }

    private static String title(HeldRecord record, Texts texts) {
        LocalDate signed = record.signedOn();
        return DecisionTexts.title(
                record.category().name(),
                record.dealType() == null ? null : record.dealType().name(),
                signed == null ? null : signed.getYear(),
                texts.locale());
    }

    String words(Map<UUID, String> branches, Texts texts) {
        String where = branches.getOrDefault(branch, "");
        return deal == null ? texts.get("staff.claim.single", where) : words(deal, where, texts);
    }

    /** "买卖，2024 年 1 月 5 日 至 2024 年 6 月 30 日，浦东一店". */
    static String words(Deal deal, String where, Texts texts) {
        return texts.get(
                "staff.claim.deal",
                texts.label(deal.type()),
                day(deal.signedOn(), texts),
                day(deal.endedOn(), texts),
                where);
    }

    private static String day(@Nullable LocalDate day, Texts texts) {
        return day == null ? "?" : TimeText.text(texts, day);
    }
}
