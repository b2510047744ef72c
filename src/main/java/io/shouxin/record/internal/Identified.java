package io.shouxin.record.internal;

import io.shouxin.record.imports.Identifier;
import io.shouxin.record.imports.IdentifierType;
import io.shouxin.record.imports.NameNormaliser;
import io.shouxin.record.internal.ImportPlan.DraftGroup;
import io.shouxin.subject.IdentifierKind;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Identifiers of drafts in the form in which they are looked up. */
final class Identified {

    private Identified() {}

    /** What a person is looked up by; what is not reliable could be another person's and is no look-up value. */
    static Optional<IdentifierKind> kind(Identifier identifier) {
        if (!identifier.reliable()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (identifier.type()) {
                    case NAME -> IdentifierKind.NAME;
                    case PHONE -> IdentifierKind.PHONE;
                    case ID_NUMBER, PASSPORT -> IdentifierKind.ID_NUMBER;
                    case EMAIL -> IdentifierKind.EMAIL;
                    case WECHAT -> IdentifierKind.WECHAT;
                });
    }

    static String form(Identifier identifier) {
        return identifier.type() == IdentifierType.NAME ? NameNormaliser.key(identifier.value()) : identifier.value();
    }

    static Map<IdentifierKind, Set<String>> of(List<Identifier> identifiers) {
        Map<IdentifierKind, Set<String>> values = new EnumMap<>(IdentifierKind.class);
        for (IdentifierKind kind : IdentifierKind.values()) {
            values.put(kind, new LinkedHashSet<>());
        }
        identifiers.forEach(identifier -> kind(identifier)
                .filter(kind -> !form(identifier).isEmpty())
                .ifPresent(kind ->
                        values.computeIfAbsent(kind, k -> new LinkedHashSet<>()).add(form(identifier))));
        return values;
    }

    static boolean hasIdNumber(DraftGroup group) {
        return group.identifiers().stream()
                .anyMatch(identifier -> identifier.type() == IdentifierType.ID_NUMBER && identifier.reliable());
    }
}
