package io.shouxin.workflow.decision;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.shouxin.request.RefusalReason;
import io.shouxin.request.RefusalReasons;
import io.shouxin.request.RequestType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Asks {@code refusal-reasons.dmn}, once for each kind of request. */
@Component
class DmnRefusalReasons implements RefusalReasons {

    private final String version;
    private final Map<RequestType, List<RefusalReason>> reasons;

    DmnRefusalReasons(DecisionTables tables) {
        DecisionTables.Table table = tables.table("refusal-reasons");
        this.version = table.version();
        this.reasons = Arrays.stream(RequestType.values())
                .collect(toUnmodifiableMap(Function.identity(), type -> evaluate(table, type)));
    }

    @Override
    public List<RefusalReason> of(RequestType type) {
        return Objects.requireNonNull(reasons.get(type));
    }

    @Override
    public String version() {
        return version;
    }

    private static List<RefusalReason> evaluate(DecisionTables.Table table, RequestType type) {
        return table.rows(Map.of("requestType", type.name())).stream()
                .map(row -> new RefusalReason(
                        Outputs.text(row, "code"),
                        Outputs.text(row, "legalSource"),
                        Outputs.text(row, "certainty"),
                        Outputs.flag(row, "pauseNotRefusal"),
                        Outputs.text(row, "textKey"),
                        Outputs.flag(row, "needsText")))
                .toList();
    }
}
