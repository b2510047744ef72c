package io.shouxin.request.ui.staff;

import io.shouxin.request.DecisionTexts;
import io.shouxin.request.RecordDecision;
import io.shouxin.shared.Texts;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Records that are told apart by nothing a person sees, decided alike: one row, "看房需求 × 4". */
record DecisionGroup(List<RecordDecision> members) {

    static List<DecisionGroup> of(Collection<RecordDecision> decisions) {
        Map<Object, List<RecordDecision>> groups = decisions.stream()
                .collect(Collectors.groupingBy(DecisionGroup::key, LinkedHashMap::new, Collectors.toList()));
        return groups.values().stream().map(DecisionGroup::new).toList();
    }

    RecordDecision first() {
        return members.get(0);
    }

    List<UUID> ids() {
        return members.stream().map(RecordDecision::recordId).toList();
    }

    String title(Texts texts) {
        String title = DecisionTexts.title(first(), texts.locale());
        return members.size() == 1 ? title : texts.get("staff.records.times", title, members.size());
    }

    private static Object key(RecordDecision decision) {
        return Arrays.asList(
                decision.category(),
                decision.classification(),
                decision.dealType(),
                decision.dealYear(),
                decision.branchId(),
                decision.system(),
                decision.outcome(),
                decision.until(),
                decision.changedBy(),
                decision.changeReasonId(),
                decision.proposed().reason(),
                decision.proposed().ruleId(),
                decision.proposed().arguments());
    }
}
