package io.shouxin.workflow.decision;

import io.shouxin.request.AskedNeed;
import io.shouxin.request.AskedPaper;
import io.shouxin.request.AuthorityRules;
import io.shouxin.request.Capacity;
import io.shouxin.request.Need;
import io.shouxin.request.Paper;
import io.shouxin.request.Ward;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks {@code authority-proof.dmn}; where no row fits, nobody may ask rather than ask without a paper. */
@Component
class DmnAuthorityRules implements AuthorityRules {

    private static final String NO_WARD = "NONE";

    private final DecisionTables.Table table;
    private final Map<Question, List<AskedNeed>> answers = new ConcurrentHashMap<>();

    DmnAuthorityRules(DecisionTables tables) {
        this.table = tables.table("authority-proof");
    }

    private record Question(Capacity capacity, String ward, boolean lawyer) {}

    @Override
    public List<AskedNeed> papers(Capacity capacity, @Nullable Ward ward, boolean lawyer) {
        if (!capacity.isForAnother()) {
            return List.of();
        }
        return answers.computeIfAbsent(
                new Question(capacity, ward == null ? NO_WARD : ward.name(), lawyer), this::evaluate);
    }

    @Override
    public String version() {
        return table.version();
    }

    private List<AskedNeed> evaluate(Question question) {
        List<AskedNeed> asked = AskedNeed.of(table
                .rows(Map.of(
                        "capacity", question.capacity().name(),
                        "ward", question.ward(),
                        "lawyer", question.lawyer()))
                .stream()
                .map(DmnAuthorityRules::row)
                .toList());
        if (asked.size() < 2) {
            throw new IllegalArgumentException("The table authority-proof does not know " + question);
        }
        return asked;
    }

    private static AskedPaper row(Map<String, Object> outputs) {
        return new AskedPaper(
                Need.valueOf(Outputs.text(outputs, "need")),
                Paper.valueOf(Outputs.text(outputs, "paper")),
                Outputs.text(outputs, "ruleId"),
                Outputs.text(outputs, "source"),
                Outputs.text(outputs, "certainty"));
    }
}
