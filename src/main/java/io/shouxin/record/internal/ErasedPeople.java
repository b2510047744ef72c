package io.shouxin.record.internal;

import io.shouxin.platform.BlindIndex;
import io.shouxin.record.internal.ImportPlan.DraftGroup;
import io.shouxin.subject.IdentifierKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares new people with the erasure ledger, by keyed pseudonyms only. Whoever was erased whole is not brought back by an old
 * list; somebody decides (PIPL 47).
 */
@Component
class ErasedPeople {

    private static final List<IdentifierKind> KINDS = List.of(IdentifierKind.PHONE, IdentifierKind.ID_NUMBER);

    private final JdbcClient jdbc;
    private final BlindIndex blind;

    ErasedPeople(JdbcClient jdbc, BlindIndex blind) {
        this.jdbc = jdbc;
        this.blind = blind;
    }

    Set<DraftGroup> among(Collection<DraftGroup> people) {
        Set<DraftGroup> erased = new HashSet<>();
        for (IdentifierKind kind : KINDS) {
            Map<String, Set<DraftGroup>> byPseudonym = new HashMap<>();
            for (DraftGroup person : people) {
                for (String value : Identified.of(person).getOrDefault(kind, Set.of())) {
                    byPseudonym
                            .computeIfAbsent(
                                    HexFormat.of().formatHex(blind.pseudonym(kind.name(), value)),
                                    p -> new LinkedHashSet<>())
                            .add(person);
                }
            }
            if (!byPseudonym.isEmpty()) {
                jdbc.sql("""
                                SELECT DISTINCT pseudonym FROM erasure_ledger
                                WHERE scope = 'ALL' AND kind = ? AND pseudonym = ANY (?)
                                """)
                        .params(
                                kind.name(),
                                byPseudonym.keySet().stream()
                                        .map(HexFormat.of()::parseHex)
                                        .toArray(byte[][]::new))
                        .query((rs, n) -> HexFormat.of().formatHex(rs.getBytes(1)))
                        .list()
                        .forEach(pseudonym -> erased.addAll(byPseudonym.getOrDefault(pseudonym, Set.of())));
            }
        }
        return erased;
    }
}
