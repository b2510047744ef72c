package io.shouxin.record;

import io.shouxin.record.imports.BankAccount;
import io.shouxin.record.imports.FieldCatalogue;
import io.shouxin.record.imports.FieldCode;
import io.shouxin.record.imports.FieldDefinition;
import io.shouxin.record.imports.FieldValues;
import io.shouxin.record.imports.IdentifierType;
import io.shouxin.shared.Masking;
import io.shouxin.shared.Sector;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which fields of a record say who a person is or how to reach them, as the field catalogue has it. */
public enum FieldKinds {
    NAME,
    PHONE,
    ID_NUMBER,
    EMAIL,
    WECHAT,
    OTHER;

    private static final Pattern NUMBER_BEHIND = Pattern.compile("_\\d+$");

    /** The kind of a field; a second one of the same record ({@code PHONE_2}) is of the first one's kind. */
    public static FieldKinds of(String field) {
        FieldCode code = new FieldCode(NUMBER_BEHIND.matcher(field).replaceFirst(""));
        if (!FieldCatalogue.standard().knows(code)) {
            return OTHER;
        }
        IdentifierType type =
                FieldCatalogue.standard().definition(code, Sector.HOUSEKEEPING).identifier();
        if (type == null) {
            return OTHER;
        }
        return switch (type) {
            case NAME -> NAME;
            case PHONE -> PHONE;
            case ID_NUMBER, PASSPORT -> ID_NUMBER;
            case EMAIL -> EMAIL;
            case WECHAT -> WECHAT;
        };
    }

    /** Whether the client may read a field as it stands, having proved no more than that they hold the telephone. */
    public static boolean mayBeShown(String field, Sector sector, Classification ofItsRecord) {
        return FieldValues.isReading(field)
                || switch (shown(field, sector)) {
                    case OPEN -> true;
                    case GENERAL -> ofItsRecord == Classification.GENERAL;
                    case MASKED, NOTHING, END -> false;
                };
    }

    /** As much of a field's value as whoever holds the client's telephone may read, where it may not be shown as it stands. */
    public static String masked(String field, Sector sector, Classification ofItsRecord, String value) {
        return switch (of(field)) {
            case NAME -> Masking.name(value);
            case PHONE -> Arrays.stream(value.split("/")).map(Masking::phone).collect(Collectors.joining(" / "));
            case ID_NUMBER -> Masking.headOfIdNumber(value);
            case EMAIL, WECHAT -> Masking.beginning(value);
            case OTHER ->
                switch (shown(field, sector)) {
                    case NOTHING -> Masking.NOTHING;
                    // of an identity number in the wrong column the end would answer the second proof
                    case END -> BankAccount.isOneForSure(value) ? Masking.end(value) : Masking.NOTHING;
                    case OPEN, GENERAL, MASKED -> ofItsRecord.statutory() ? Masking.NOTHING : Masking.beginning(value);
                };
        };
    }

    private static FieldDefinition.Shown shown(String field, Sector sector) {
        return FieldCatalogue.standard()
                .definition(FieldCode.ofDerived(field), sector)
                .shown();
    }
}
