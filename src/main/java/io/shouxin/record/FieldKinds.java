package io.shouxin.record;

import java.util.Set;

/** Which fields of a record say who a person is or how to reach them; the names are those of the field catalogue. */
public enum FieldKinds {
    NAME,
    PHONE,
    ID_NUMBER,
    OTHER;

    private static final Set<String> NAMES = Set.of("NAME", "CHILD_NAME", "WORKER_NAME");
    private static final Set<String> PHONES = Set.of("PHONE", "BACKUP_PHONE", "LANDLINE", "WORKER_PHONE");
    private static final Set<String> ID_NUMBERS = Set.of("ID_NUMBER", "WORKER_ID_NUMBER", "CHILD_ID_NUMBER");

    public static FieldKinds of(String field) {
        if (NAMES.contains(field)) {
            return NAME;
        }
        if (PHONES.contains(field)) {
            return PHONE;
        }
        return ID_NUMBERS.contains(field) ? ID_NUMBER : OTHER;
    }
}
