package io.shouxin.record.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of {@link PersonGroups} in plain words, with everything in memory, to compare it with: drafts of one person together, by the rules of {@link PersonKey}, and the pairs that somebody must look
 * at. A linked person without a phone or document of their own (a child, usually) is told apart within the family: the same client,
 * name and birth date.
 */
final class PlainGroups {

    private final List<PersonDraft> drafts = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();
    private final Map<String, Integer> byRef = new HashMap<>();
    private final List<Set<String>> documents = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private int[] parent = {};

    /** Two drafts that may be one person. */
    record Doubt(PersonDraft earlier, PersonDraft later, Problem problem) {}

    private PlainGroups() {}

    static PlainGroups of(List<InterpretedRow> rows) {
        PlainGroups groups = new PlainGroups();
        for (InterpretedRow row : rows) {
            for (PersonDraft person : row.persons()) {
                groups.byRef.put(person.ref(), groups.drafts.size());
                groups.drafts.add(person);
                groups.rows.add(row.rowNumber());
                groups.documents.add(new LinkedHashSet<>(PersonKey.documentKeys(person)));
            }
        }
        groups.join();
        return groups;
    }

    /** The drafts of each person, people in the order of their first row. */
    List<List<PersonDraft>> people() {
        Map<Integer, List<PersonDraft>> byRoot = new LinkedHashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            byRoot.computeIfAbsent(root(i), root -> new ArrayList<>()).add(drafts.get(i));
        }
        return List.copyOf(byRoot.values());
    }

    /** Pairs that were kept apart although they may be one person. */
    List<Doubt> doubts() {
        return List.copyOf(doubts);
    }

    private void join() {
        parent = new int[drafts.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        joinBy(PersonKey::documentKeys);
        joinBy(PersonKey::strongKeys);
        joinFamilies();
        doubt();
    }

    private interface Keys {
        Set<String> of(PersonDraft person);
    }

    /** Documents first, so that a phone never decides before them. */
    private void joinBy(Keys keys) {
        Map<String, List<Integer>> seen = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            for (String key : keys.of(drafts.get(i))) {
                List<Integer> others = seen.computeIfAbsent(roleAnd(i, key), k -> new ArrayList<>(1));
                boolean joined = false;
                for (int other : others) {
                    joined |= joinUnlessConflicting(i, other);
                }
                if (!joined) {
                    others.add(i);
                }
            }
        }
    }

    private void joinFamilies() {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            PersonDraft draft = drafts.get(i);
            Integer client = draft.linkedTo() == null ? null : byRef.get(draft.linkedTo());
            if (client == null || !PersonKey.strongKeys(draft).isEmpty()) {
                continue;
            }
            String name =
                    draft.first(IdentifierType.NAME).map(NameNormaliser::key).orElse("");
            if (name.isEmpty() && draft.birthDate() == null) {
                continue;
            }
            String key = roleAnd(i, root(client) + "|" + name + "|" + draft.birthDate());
            Integer earlier = seen.putIfAbsent(key, i);
            if (earlier != null) {
                joinUnlessConflicting(i, earlier);
            }
        }
    }

    private void doubt() {
        Map<String, List<Integer>> seen = new HashMap<>();
        Set<Long> told = new LinkedHashSet<>();
        for (int i = 0; i < drafts.size(); i++) {
            for (String key : PersonKey.weakKeys(drafts.get(i))) {
                List<Integer> others = seen.computeIfAbsent(roleAnd(i, key), k -> new ArrayList<>(1));
                boolean known = false;
                for (int other : others) {
                    int a = root(other);
                    int b = root(i);
                    known |= a == b;
                    boolean possible = PersonKey.compare(drafts.get(other), drafts.get(i)) != PersonKey.Match.DIFFERENT;
                    if (a != b && possible && told.add(Math.min(a, b) * (long) drafts.size() + Math.max(a, b))) {
                        doubts.add(new Doubt(
                                drafts.get(other),
                                drafts.get(i),
                                Problem.ofRow(rows.get(i), ProblemCode.POSSIBLE_SAME_PERSON)));
                    }
                }
                if (!known) {
                    others.add(i);
                }
            }
        }
    }

    private String roleAnd(int draft, String key) {
        return drafts.get(draft).role() + "/" + key;
    }

    private boolean joinUnlessConflicting(int a, int b) {
        int first = Math.min(root(a), root(b));
        int second = Math.max(root(a), root(b));
        if (first == second) {
            return true;
        }
        if (PersonKey.conflicting(documents.get(first), documents.get(second))) {
            return false;
        }
        parent[second] = first;
        documents.get(first).addAll(documents.get(second));
        return true;
    }

    private int root(int index) {
        int root = index;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }
}
