package io.shouxin.record.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The people of a whole sheet: which drafts are one person, by the rules of {@link PersonKey}, and which two people somebody must look
 * at. A linked person without a phone or document of their own (a child, usually) is told apart within the family: the same client,
 * name and birth date. Of a client whom nothing reliable tells, a row that repeats every word of an earlier one is the same person.
 *
 * <p>Rows are added one by one and nothing of them is kept but numbers, a hundred bytes a draft until {@link #join} and a few after it:
 * a list of 200,000 rows must not need the memory of its text. Drafts are counted through in the order in which they were added.
 */
public final class PersonGroups {

    /** With how many people of one phone, or of one phone and name, a further one is compared: an office's number may stand in every row. */
    public static final int COMPARED = 20;

    /** Phones of a draft that are told apart; of the few drafts with more of them, the rest count as the last of these. */
    private static final int PHONES = 8;

    private final int sharedBy;
    private BitSet phones = new BitSet();
    private BitSet rejected = new BitSet();
    /** Where a phone stands first in the sheet, by draft and place. */
    private final BitSet firstPhones = new BitSet();
    /** How many people share a phone, where it stands first, by draft and place. */
    private final Map<Integer, Integer> sharers = new HashMap<>();

    private KeyNumbers numbers = new KeyNumbers();
    /** Of each draft its keys: documents, further strong keys, weak keys; where each of the three ends stands in {@code ends}. */
    private Ints keys = new Ints();

    private Ints ends = new Ints();
    private BitSet identityNumbers = new BitSet();
    private Ints families = new Ints();
    private Ints clients = new Ints();
    private final Map<Integer, int[]> mergedDocuments = new HashMap<>();
    private Map<Integer, Integer> contents = new HashMap<>();
    private Map<Integer, Integer> repeats = new HashMap<>();

    private final Ints firstDrafts = new Ints();
    /** Pairs of drafts, the earlier one and the later one, in the order of the later ones. */
    private final Ints doubts = new Ints();

    private final BitSet inDoubt = new BitSet();
    private int[] parent = {};
    private BitSet several = new BitSet();

    /** Two drafts, each of another person, who may be one. */
    public record Doubt(int earlier, int later) {}

    /** Of a sheet in which every number may tell that two are one. */
    public PersonGroups() {
        this(Integer.MAX_VALUE);
    }

    /** @param sharedBy how many people may have one phone before it is no sign any more that two of them are one */
    public PersonGroups(int sharedBy) {
        this.sharedBy = sharedBy;
    }

    /** The next row; one that names nobody counts as well. */
    public void add(InterpretedRow row) {
        int client = families.size();
        firstDrafts.add(client);
        for (PersonDraft person : row.persons()) {
            rejected.set(families.size(), row.rejected());
            add(person, client);
        }
        if (!row.rejected() && strong(client).length == 0 && !row.records().isEmpty()) {
            int content = numbers.of(contentOf(row));
            Integer earlier = contents.putIfAbsent(content, client);
            if (earlier != null) {
                repeats.put(client, earlier);
            }
        }
    }

    private void add(PersonDraft person, int client) {
        Set<String> documents = PersonKey.documentKeys(person);
        for (String document : documents) {
            int number = number(person, document);
            keys.add(number);
            identityNumbers.set(number, document.startsWith(PersonKey.ID_NUMBER));
        }
        ends.add(keys.size());
        Set<String> strong = PersonKey.strongKeys(person);
        strong.stream().filter(key -> !documents.contains(key)).forEach(key -> keys.add(number(person, key)));
        ends.add(keys.size());
        PersonKey.weakKeys(person).forEach(key -> {
            int number = number(person, key);
            keys.add(number);
            phones.set(number, key.startsWith(PersonKey.PHONE));
        });
        ends.add(keys.size());
        String name = person.first(IdentifierType.NAME).map(NameNormaliser::key).orElse("");
        boolean ofFamily =
                person.linkedTo() != null && strong.isEmpty() && !(name.isEmpty() && person.birthDate() == null);
        families.add(ofFamily ? number(person, "FAMILY:" + name + "|" + person.birthDate()) : -1);
        clients.add(client);
    }

    private int number(PersonDraft person, String key) {
        return numbers.of(person.role() + "/" + key);
    }

    /** What a row says, whoever says it in which row: fields in one order, each with its length, so that no two rows read alike. */
    private static String contentOf(InterpretedRow row) {
        StringBuilder text = new StringBuilder("CONTENT");
        for (RecordDraft record : row.records()) {
            text.append('\n')
                    .append(record.person().replaceFirst("^\\d+:", ""))
                    .append('|')
                    .append(record.category())
                    .append('|')
                    .append(record.classification())
                    .append('|')
                    .append(record.dealType())
                    .append('|')
                    .append(record.signedOn())
                    .append('|')
                    .append(record.endedOn())
                    .append('|')
                    .append(record.lastContactOn())
                    .append('|')
                    .append(record.recordedOn());
            new TreeMap<>(record.fields()).forEach((field, value) -> text.append('|')
                    .append(field)
                    .append('=')
                    .append(value.length())
                    .append(':')
                    .append(value));
        }
        return text.toString();
    }

    /** Finds the people, once every row was added; what was only needed for that is let go. */
    public void join() {
        int drafts = families.size();
        parent = new int[drafts];
        for (int i = 0; i < drafts; i++) {
            parent[i] = i;
        }
        // Documents first, so that a phone never decides before them.
        joinBy(false);
        joinBy(true);
        joinFamilies();
        markSeveral();
        doubt();
        joinRepeats();
        markSeveral();
        for (int i = 0; i < doubts.size(); i += 2) {
            inDoubt.set(root(doubts.get(i)));
        }
        forget();
    }

    private void joinBy(boolean alsoPhones) {
        int[][] seen = new int[numbers.size()][];
        for (int i = 0; i < parent.length; i++) {
            for (int key : alsoPhones ? strong(i) : documents(i)) {
                boolean joined = false;
                for (int other : seen(seen, key)) {
                    joined |= joinUnlessConflicting(i, other);
                }
                if (!joined) {
                    note(seen, key, i);
                }
            }
        }
    }

    private static int[] seen(int[][] seen, int key) {
        int[] others = seen[key];
        return others == null ? new int[0] : others;
    }

    private static void note(int[][] seen, int key, int draft) {
        int[] others = seen(seen, key);
        if (others.length < COMPARED) {
            int[] more = Arrays.copyOf(others, others.length + 1);
            more[others.length] = draft;
            seen[key] = more;
        }
    }

    private void joinFamilies() {
        KeyNumbers places = new KeyNumbers();
        Ints first = new Ints();
        for (int i = 0; i < parent.length; i++) {
            if (families.get(i) < 0) {
                continue;
            }
            int place = places.of(root(clients.get(i)), families.get(i));
            if (place == first.size()) {
                first.add(i);
            } else {
                joinUnlessConflicting(i, first.get(place));
            }
        }
    }

    /** Each pair of people is told once, in the first row in which they meet. */
    private void doubt() {
        int[][] seen = new int[numbers.size()][];
        KeyNumbers told = new KeyNumbers();
        BitSet shared = shared();
        for (int i = 0; i < parent.length; i++) {
            for (int key : weak(i)) {
                if (shared.get(key)) {
                    continue;
                }
                boolean known = false;
                for (int other : seen(seen, key)) {
                    int a = root(other);
                    int b = root(i);
                    known |= a == b;
                    if (a != b && mayBeOne(other, i) && untold(told, Math.min(a, b), Math.max(a, b))) {
                        doubts.add(other);
                        doubts.add(i);
                    }
                }
                if (!known) {
                    note(seen, key, i);
                }
            }
        }
    }

    /** The phones of more people than may share one. Notes where each phone stands first, and how many people have it. */
    private BitSet shared() {
        int[] people = new int[numbers.size()];
        KeyNumbers counted = new KeyNumbers();
        for (int i = 0; i < parent.length; i++) {
            Integer repeated = parent[i] == i ? repeats.get(i) : null;
            int person = root(repeated == null ? i : repeated);
            for (int key : weak(i)) {
                int before = counted.size();
                if (phones.get(key) && counted.of(key, person) == before) {
                    people[key]++;
                }
            }
        }
        BitSet shared = new BitSet();
        BitSet placed = new BitSet();
        for (int i = 0; i < parent.length; i++) {
            int place = 0;
            for (int key : weak(i)) {
                if (phones.get(key) && !rejected.get(i) && !placed.get(key)) {
                    placed.set(key);
                    firstPhones.set(at(i, place));
                    if (people[key] > sharedBy) {
                        sharers.merge(at(i, place), people[key], Math::max);
                    }
                }
                if (phones.get(key) && people[key] > sharedBy) {
                    shared.set(key);
                }
                place++;
            }
        }
        return shared;
    }

    private static int at(int draft, int place) {
        return draft * PHONES + Math.min(place, PHONES - 1);
    }

    /** Whether the phone that a draft names at this place, from 0, stands here first of all rows that are taken over. */
    public boolean isFirstPhone(int draft, int place) {
        return firstPhones.get(at(draft, place));
    }

    /** Whether a phone that too many people share stands first in this draft. */
    public boolean hasShared(int draft) {
        for (int place = 0; place < PHONES; place++) {
            if (sharers.containsKey(at(draft, place))) {
                return true;
            }
        }
        return false;
    }

    /** How many people share the phone that stands first at this place; 0 where they are not too many. */
    public int sharers(int draft, int place) {
        return sharers.getOrDefault(at(draft, place), 0);
    }

    /** Two people of one draft each meet at the later one only: no need to remember them longer than that. */
    private boolean untold(KeyNumbers told, int a, int b) {
        if (!several.get(a) && !several.get(b)) {
            for (int i = doubts.size() - 2; i >= 0 && doubts.get(i + 1) == b; i -= 2) {
                if (doubts.get(i) == a) {
                    return false;
                }
            }
            return true;
        }
        int before = told.size();
        return told.of(a, b) == before;
    }

    /** As {@link PersonKey#compare} says of two drafts with a weak key in common. */
    private boolean mayBeOne(int a, int b) {
        return !conflicting(documents(a), documents(b)) || intersect(strong(a), strong(b));
    }

    private void joinRepeats() {
        for (int i = 0; i < parent.length; i++) {
            Integer earlier = parent[i] == i ? repeats.get(i) : null;
            if (earlier != null) {
                parent[i] = root(earlier);
            }
        }
    }

    private void markSeveral() {
        BitSet marked = new BitSet(parent.length);
        for (int i = 0; i < parent.length; i++) {
            if (root(i) != i) {
                marked.set(i);
                marked.set(root(i));
            }
        }
        several = marked;
    }

    private void forget() {
        numbers = new KeyNumbers();
        keys = new Ints();
        ends = new Ints();
        identityNumbers = new BitSet();
        phones = new BitSet();
        rejected = new BitSet();
        families = new Ints();
        clients = new Ints();
        mergedDocuments.clear();
        contents = Map.of();
        repeats = Map.of();
    }

    private int[] documents(int draft) {
        return keys.range(draft == 0 ? 0 : ends.get(3 * draft - 1), ends.get(3 * draft));
    }

    private int[] strong(int draft) {
        return keys.range(draft == 0 ? 0 : ends.get(3 * draft - 1), ends.get(3 * draft + 1));
    }

    private int[] weak(int draft) {
        return keys.range(ends.get(3 * draft + 1), ends.get(3 * draft + 2));
    }

    private boolean joinUnlessConflicting(int a, int b) {
        int first = Math.min(root(a), root(b));
        int second = Math.max(root(a), root(b));
        if (first == second) {
            return true;
        }
        int[] ofFirst = documentsOfPerson(first);
        int[] ofSecond = documentsOfPerson(second);
        if (conflicting(ofFirst, ofSecond)) {
            return false;
        }
        parent[second] = first;
        int[] more =
                Arrays.stream(ofSecond).filter(key -> !contains(ofFirst, key)).toArray();
        if (more.length > 0) {
            int[] both = Arrays.copyOf(ofFirst, ofFirst.length + more.length);
            System.arraycopy(more, 0, both, ofFirst.length, more.length);
            mergedDocuments.put(first, both);
        }
        mergedDocuments.remove(second);
        return true;
    }

    private int[] documentsOfPerson(int root) {
        int[] merged = mergedDocuments.get(root);
        return merged == null ? documents(root) : merged;
    }

    /** Both have a reliable identity number, and no document in common. */
    private boolean conflicting(int[] a, int[] b) {
        return !intersect(a, b) && hasIdentityNumber(a) && hasIdentityNumber(b);
    }

    private boolean hasIdentityNumber(int[] documents) {
        return Arrays.stream(documents).anyMatch(identityNumbers::get);
    }

    private static boolean intersect(int[] a, int[] b) {
        return Arrays.stream(a).anyMatch(key -> contains(b, key));
    }

    private static boolean contains(int[] keys, int wanted) {
        for (int key : keys) {
            if (key == wanted) {
                return true;
            }
        }
        return false;
    }

    private int root(int draft) {
        int root = draft;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** The first draft of the person whose draft this is. */
    public int person(int draft) {
        return root(draft);
    }

    /** The first draft of a row, counted from 0, or the one after; behind the last row, how many drafts there are. */
    public int firstDraft(int row) {
        return row < firstDrafts.size() ? firstDrafts.get(row) : parent.length;
    }

    /** Whether somebody must know later who the person of this draft is: they have others, or may be the person of a later one. */
    public boolean isNeededLater(int draft) {
        return several.get(draft) || inDoubt.get(root(draft));
    }

    /** Who in the row, counted from 0, may be a person of an earlier draft, kept apart. */
    public List<Doubt> doubts(int row) {
        int after = firstDraft(row + 1);
        List<Doubt> found = new ArrayList<>();
        for (int i = firstDoubt(firstDraft(row)); i < doubts.size() && doubts.get(i + 1) < after; i += 2) {
            Doubt doubt = new Doubt(doubts.get(i), doubts.get(i + 1));
            if (root(doubt.earlier) != root(doubt.later)) {
                found.add(doubt);
            }
        }
        return found;
    }

    /** Where the doubts of this draft and later ones begin. */
    private int firstDoubt(int draft) {
        int low = 0;
        int high = doubts.size() / 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (doubts.get(2 * middle + 1) < draft) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return 2 * low;
    }
}
