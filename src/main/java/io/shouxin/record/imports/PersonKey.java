package io.shouxin.record.imports;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * When two rows are one person. Merging two people would show each the other's data and erase both at one's request; keeping one
 * person as two is found later and harms nobody. So only two things merge:
 *
 * <ul>
 *   <li>the same identity number whose check digit is right, or the same other document;
 *   <li>the same phone together with the same name (compared without forms of address, spaces, width and case), unless both have
 *       reliable identity numbers that differ.
 * </ul>
 *
 * The same phone with another name is a family or an office, or one person written in two ways: kept apart, for somebody to decide.
 * So is the same phone and name with different identity numbers, and the same mistyped identity number. A name alone never matches.
 *
 * <p>On {@code brokerage-clients.xlsx} this gives the expected 2,820 people with a phone: 2,952 rows have one and 132 of those repeat an
 * earlier row's number and name (once or twice, 128 people). The 48 rows without a phone are 48 more people. The second of two numbers
 * in a cell counts as the person's as well.
 */
public final class PersonKey {

    /** With what the keys of identity numbers begin. */
    static final String ID_NUMBER = IdentifierType.ID_NUMBER + ":";

    /** With what the keys of phones begin. */
    static final String PHONE = "PHONE:";

    private PersonKey() {}

    /** What is known about two drafts. */
    public enum Match {
        SAME,
        /** Perhaps one person: kept apart with {@link ProblemCode#POSSIBLE_SAME_PERSON}. */
        POSSIBLE,
        DIFFERENT
    }

    /** Compares two people. Different roles never match: erasing a client must not erase the same person's file as a worker. */
    public static Match compare(PersonDraft a, PersonDraft b) {
        if (a.role() != b.role()) {
            return Match.DIFFERENT;
        }
        boolean strong = intersect(strongKeys(a), strongKeys(b));
        boolean phone = intersect(phoneKeys(a), phoneKeys(b));
        boolean mistypedId = intersect(unreliableKeys(a), unreliableKeys(b));
        if (conflicting(documentKeys(a), documentKeys(b))) {
            return strong ? Match.POSSIBLE : Match.DIFFERENT;
        }
        if (strong) {
            return Match.SAME;
        }
        return phone || mistypedId ? Match.POSSIBLE : Match.DIFFERENT;
    }

    /** Keys of which one in common makes two drafts one person, barring a conflict of documents. */
    public static Set<String> strongKeys(PersonDraft person) {
        Set<String> keys = new LinkedHashSet<>(documentKeys(person));
        for (String name : person.values(IdentifierType.NAME)) {
            String nameKey = NameNormaliser.key(name);
            for (String phone : person.values(IdentifierType.PHONE)) {
                if (!nameKey.isEmpty()) {
                    keys.add("PHONE+NAME:" + phone + "|" + nameKey);
                }
            }
        }
        return keys;
    }

    /** Keys of which one in common is a reason to look: phones, and identity numbers that are not reliable. */
    public static Set<String> weakKeys(PersonDraft person) {
        Set<String> keys = new LinkedHashSet<>(phoneKeys(person));
        keys.addAll(unreliableKeys(person));
        return keys;
    }

    static Set<String> documentKeys(PersonDraft person) {
        Set<String> keys = new LinkedHashSet<>();
        for (Identifier each : person.identifiers()) {
            boolean document = each.type() == IdentifierType.ID_NUMBER || each.type() == IdentifierType.PASSPORT;
            if (document && each.reliable()) {
                keys.add(each.type() + ":" + each.value());
            }
        }
        return keys;
    }

    /** Both have a reliable document of one kind, and none in common. */
    static boolean conflicting(Set<String> a, Set<String> b) {
        if (intersect(a, b)) {
            return false;
        }
        return a.stream().anyMatch(key -> key.startsWith(ID_NUMBER))
                && b.stream().anyMatch(key -> key.startsWith(ID_NUMBER));
    }

    private static Set<String> phoneKeys(PersonDraft person) {
        Set<String> keys = new LinkedHashSet<>();
        person.values(IdentifierType.PHONE).forEach(phone -> keys.add(PHONE + phone));
        return keys;
    }

    private static Set<String> unreliableKeys(PersonDraft person) {
        Set<String> keys = new LinkedHashSet<>();
        for (Identifier each : person.identifiers()) {
            if (!each.reliable()) {
                keys.add("UNRELIABLE:" + each.value());
            }
        }
        return keys;
    }

    private static boolean intersect(Set<String> a, Set<String> b) {
        return a.stream().anyMatch(b::contains);
    }
}
