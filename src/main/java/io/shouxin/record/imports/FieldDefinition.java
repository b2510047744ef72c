package io.shouxin.record.imports;

import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a field: one row of the field catalogue (law.md section 7).
 *
 * @param group names the person within the row that the field belongs to; fields of one group are one person
 * @param identifier what the field identifies its person by, if anything
 * @param source where the classification comes from, with its certainty (V1, V2, MH, I)
 */
public record FieldDefinition(
        FieldCode field,
        Category category,
        Classification classification,
        PersonRole person,
        String group,
        Normaliser normaliser,
        @Nullable IdentifierType identifier,
        Shown shown,
        String certainty,
        String source) {

    /** What whoever holds the client's telephone may read of the field. */
    public enum Shown {
        /** As it stands, whatever its record holds besides. */
        OPEN,
        /** As it stands while its record is general. */
        GENERAL,
        /** Its beginning, by which its person knows it again and others learn nothing; nothing of what the law calls sensitive. */
        MASKED,
        /** No character of it. */
        NOTHING,
        /** Its last four characters. */
        END
    }

    /** How a cell of the field is read. */
    public enum Normaliser {
        TEXT,
        NAME,
        PHONE,
        ID_NUMBER,
        BANK_ACCOUNT,
        DATE,
        MONEY,
        CLAIM
    }

    /** A column that nobody understands: treated as policy-sensitive until somebody looks at it; it may hold a door's code. */
    static FieldDefinition unknown(FieldCode field) {
        return new FieldDefinition(
                field,
                Category.UNCLASSIFIED,
                Classification.POLICY_SENSITIVE,
                PersonRole.CLIENT,
                "CLIENT",
                Normaliser.TEXT,
                null,
                Shown.NOTHING,
                "I",
                "unknown column");
    }
}
