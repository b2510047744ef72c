package io.shouxin.record.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person as one row names them.
 *
 * @param ref unique within the file, {@code row:group} or {@code row:group:n}
 * @param linkedTo the ref of the client whose row it is; null for the client
 */
public record PersonDraft(
        String ref,
        PersonRole role,
        @Nullable String linkedTo,
        List<Identifier> identifiers,
        @Nullable LocalDate birthDate) {

    public PersonDraft {
        identifiers = List.copyOf(identifiers);
    }

    public List<String> values(IdentifierType type) {
        return identifiers.stream()
                .filter(each -> each.type() == type)
                .map(Identifier::value)
                .toList();
    }

    public Optional<String> first(IdentifierType type) {
        return values(type).stream().findFirst();
    }

    @Override
    public String toString() {
        return "PersonDraft[" + ref + "]";
    }
}
