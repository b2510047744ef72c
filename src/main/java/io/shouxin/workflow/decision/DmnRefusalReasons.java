package io.shouxin.workflow.decision;

import io.shouxin.request.RefusalFacts;
import io.shouxin.request.RefusalReason;
import io.shouxin.request.RefusalReasons;
import io.shouxin.request.RequestType;
import io.shouxin.request.Requester;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Asks {@code refusal-reasons.dmn}, once for each kind of case. */
@Component
class DmnRefusalReasons implements RefusalReasons {

    private final DecisionTables.Table table;
    private final Map<RefusalFacts, List<Row>> answers = new ConcurrentHashMap<>();

    DmnRefusalReasons(DecisionTables tables) {
        this.table = tables.table("refusal-reasons");
    }

    /** A row that fits, and what it may stand for. */
    private record Row(RefusalReason reason, boolean forRecord, boolean forRequest, boolean forAuthority) {}

    @Override
    public List<RefusalReason> forRequest(RefusalFacts facts) {
        return rows(facts).stream().filter(Row::forRequest).map(Row::reason).toList();
    }

    @Override
    public List<RefusalReason> forRecord(RefusalFacts facts) {
        return rows(facts).stream().filter(Row::forRecord).map(Row::reason).toList();
    }

    @Override
    public List<RefusalReason> forAuthority(RefusalFacts facts) {
        return rows(facts).stream().filter(Row::forAuthority).map(Row::reason).toList();
    }

    @Override
    public Optional<RefusalReason> withCode(String code) {
        return everyCase()
                .flatMap(facts -> rows(facts).stream())
                .map(Row::reason)
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }

    @Override
    public String version() {
        return table.version();
    }

    private List<Row> rows(RefusalFacts facts) {
        return answers.computeIfAbsent(facts, this::evaluate);
    }

    private List<Row> evaluate(RefusalFacts facts) {
        return table
                .rows(Map.of(
                        "requestType", facts.type().name(),
                        "requester", facts.requester().name(),
                        "anythingHeld", facts.anythingHeld(),
                        "openClaim", facts.openClaim(),
                        "anythingSealed", facts.anythingSealed()))
                .stream()
                .map(DmnRefusalReasons::row)
                .toList();
    }

    private static Row row(Map<String, Object> outputs) {
        return new Row(
                new RefusalReason(
                        Outputs.text(outputs, "code"),
                        Outputs.text(outputs, "legalSource"),
                        Outputs.text(outputs, "certainty"),
                        Outputs.text(outputs, "textKey"),
                        Outputs.flag(outputs, "needsText")),
                Outputs.flag(outputs, "forRecord"),
                Outputs.flag(outputs, "forRequest"),
                Outputs.flag(outputs, "forAuthority"));
    }

    private static Stream<RefusalFacts> everyCase() {
        return Stream.of(RequestType.values()).flatMap(type -> Stream.of(Requester.values())
                .flatMap(requester -> Stream.concat(
                        Stream.of(new RefusalFacts(type, requester, false, false, false)),
                        Stream.of(true, false).flatMap(claim -> Stream.of(true, false)
                                .map(seal -> new RefusalFacts(type, requester, true, claim, seal))))));
    }
}
