package io.shouxin.record.imports;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import io.shouxin.shared.Sector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every field the product knows, with category, classification and person, read from {@code imports/field-catalogue.csv} so that
 * counsel can check and change it as a table. A field may mean different things in the two trades: a contract's end belongs to a
 * transaction in a brokerage and to a service in housekeeping.
 */
public final class FieldCatalogue {

    private static final FieldCatalogue STANDARD = new FieldCatalogue();

    private final Map<FieldCode, FieldDefinition> anywhere = new LinkedHashMap<>();
    private final Map<Sector, Map<FieldCode, FieldDefinition>> bySector = new LinkedHashMap<>();

    private FieldCatalogue() {
        for (Sector sector : Sector.values()) {
            bySector.put(sector, new LinkedHashMap<>());
        }
        for (NamedCsvRecord row : CsvResource.read("field-catalogue.csv")) {
            FieldDefinition definition = definition(row);
            String sector = row.getField("sector");
            Map<FieldCode, FieldDefinition> target = sector.equals("ANY") ? anywhere : in(Sector.valueOf(sector));
            if (target.put(definition.field(), definition) != null) {
                throw new IllegalStateException("The catalogue has " + definition.field() + " twice");
            }
        }
    }

    public static FieldCatalogue standard() {
        return STANDARD;
    }

    /** What the field means in a trade; where the trade has no row of its own, what it means at all. */
    public FieldDefinition definition(FieldCode field, Sector sector) {
        FieldDefinition found = in(sector).get(field);
        if (found == null) {
            found = anywhere.get(field);
        }
        for (Sector other : Sector.values()) {
            found = found == null ? in(other).get(field) : found;
        }
        return found == null ? FieldDefinition.unknown(field) : found;
    }

    public boolean knows(FieldCode field) {
        return anywhere.containsKey(field) || bySector.values().stream().anyMatch(fields -> fields.containsKey(field));
    }

    /** The trade that alone has this field, or null. */
    @Nullable Sector onlyIn(FieldCode field) {
        if (anywhere.containsKey(field)) {
            return null;
        }
        Sector only = null;
        for (Map.Entry<Sector, Map<FieldCode, FieldDefinition>> each : bySector.entrySet()) {
            if (each.getValue().containsKey(field)) {
                if (only != null) {
                    return null;
                }
                only = each.getKey();
            }
        }
        return only;
    }

    /** All field codes, for labels and screens. */
    public Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        anywhere.keySet().forEach(field -> codes.add(field.value()));
        bySector.values().forEach(fields -> fields.keySet().forEach(field -> codes.add(field.value())));
        return codes;
    }

    private Map<FieldCode, FieldDefinition> in(Sector sector) {
        Map<FieldCode, FieldDefinition> fields = bySector.get(sector);
        if (fields == null) {
            throw new IllegalStateException("No such sector: " + sector);
        }
        return fields;
    }

    private static FieldDefinition definition(NamedCsvRecord row) {
        PersonRole person =
                switch (row.getField("person")) {
                    case "SELF" -> PersonRole.CLIENT;
                    case "CHILD" -> PersonRole.CHILD;
                    case "WORKER" -> PersonRole.DOMESTIC_WORKER;
                    case "CO_OWNER" -> PersonRole.CO_OWNER;
                    case "CONTACT" -> PersonRole.CONTACT_PERSON;
                    default -> throw new IllegalStateException("Unknown person in the catalogue");
                };
        String identifier = row.getField("identifier");
        return new FieldDefinition(
                new FieldCode(row.getField("field")),
                Category.valueOf(row.getField("category")),
                classification(row.getField("classification")),
                person,
                row.getField("group"),
                FieldDefinition.Normaliser.valueOf(row.getField("normaliser")),
                identifier.isEmpty() ? null : IdentifierType.valueOf(identifier),
                FieldDefinition.Shown.valueOf(row.getField("shown")),
                row.getField("certainty"),
                row.getField("source"));
    }

    private static Classification classification(String code) {
        return switch (code) {
            case "G" -> Classification.GENERAL;
            case "P" -> Classification.POLICY_SENSITIVE;
            case "S" -> Classification.STATUTORY_SENSITIVE;
            case "S14" -> Classification.STATUTORY_SENSITIVE_CHILD;
            default -> throw new IllegalStateException("Unknown classification in the catalogue");
        };
    }
}
