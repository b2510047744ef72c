package io.shouxin.record.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shouxin.record.Records;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.IndexEntry;
import io.shouxin.subject.SubjectKind;
import io.shouxin.subject.Subjects;
import io.shouxin.subject.Subjects.Tie;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a dry run remembers of those whom it would add. */
class TrialRegisterTest {

    private final Subjects subjects = mock();
    private final TrialRegister trial = new TrialRegister(subjects, mock(Records.class));

    TrialRegisterTest() {
        when(subjects.indexOf(any(), any())).thenAnswer(call -> MessageDigest.getInstance("SHA-256")
                .digest((call.getArgument(0) + "|" + call.getArgument(1)).getBytes(StandardCharsets.UTF_8)));
        when(subjects.byIdentifiers(any(), anyCollection())).thenReturn(Map.of());
        when(subjects.byIdentifiers(any(), anyCollection(), anyCollection())).thenReturn(Map.of());
    }

    @Test
    void people_are_found_again_by_kind_and_value_of_their_identifiers() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        trial.index(List.of(
                entry(one, IdentifierKind.NAME, "王芳"),
                entry(other, IdentifierKind.NAME, "王芳"),
                entry(one, IdentifierKind.PHONE, "+8613900000001"),
                entry(one, IdentifierKind.PHONE, "+8613900000001")));
        assertThat(trial.byIdentifiers(IdentifierKind.NAME, List.of("王芳", "李芳")))
                .containsExactlyEntriesOf(Map.of("王芳", Set.of(one, other)));
        assertThat(trial.byIdentifiers(IdentifierKind.NAME, List.of("王芳"), Set.of(other)))
                .containsExactlyEntriesOf(Map.of("王芳", Set.of(other)));
        assertThat(trial.byIdentifiers(IdentifierKind.PHONE, List.of("+8613900000001")))
                .containsExactlyEntriesOf(Map.of("+8613900000001", Set.of(one)));
        assertThat(trial.byIdentifiers(IdentifierKind.WECHAT, List.of("+8613900000001")))
                .isEmpty();
        assertThat(trial.having(IdentifierKind.PHONE, List.of(one, other))).containsExactly(one);
    }

    @Test
    void new_people_have_their_kind_and_their_ties() {
        UUID client = UUID.randomUUID();
        UUID child = UUID.randomUUID();
        trial.create(Map.of(client, SubjectKind.CLIENT, child, SubjectKind.CHILD));
        trial.tie(List.of(new Tie(child, client), new Tie(child, client)));
        assertThat(trial.people(List.of(client, child, UUID.randomUUID())).values())
                .extracting(subject -> Map.entry(subject.id(), subject.kind()))
                .containsExactlyInAnyOrder(Map.entry(client, SubjectKind.CLIENT), Map.entry(child, SubjectKind.CHILD));
        assertThat(trial.thirdParties(List.of(client, child))).isEqualTo(Map.of(client, Set.of(child)));
    }

    @Test
    void no_word_of_anybody_is_reachable_from_it() throws IllegalAccessException {
        UUID person = UUID.randomUUID();
        trial.create(Map.of(person, SubjectKind.CLIENT));
        trial.index(List.of(entry(person, IdentifierKind.PHONE, "+8613900000001")));
        assertThat(reachable(trial))
                .isNotEmpty()
                .noneMatch(each -> each instanceof CharSequence
                        || each instanceof char[]
                        || each instanceof byte[]
                        || each instanceof IndexEntry);
    }

    @Test
    void packed_ids_and_numbers_keep_what_sets_would_keep_however_many_there_are() {
        Random random = new Random(7);
        PackedIds packed = new PackedIds();
        PackedNumbers numbers = new PackedNumbers();
        Map<UUID, Set<UUID>> plain = new HashMap<>();
        Set<Long> plainNumbers = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            UUID key = new UUID(0, random.nextInt(5_000));
            UUID id = new UUID(random.nextInt(3), 0);
            packed.add(key, id);
            plain.computeIfAbsent(key, k -> new HashSet<>()).add(id);
            long number = random.nextInt(9_000);
            assertThat(numbers.contains(number)).isEqualTo(plainNumbers.contains(number));
            assertThat(numbers.add(number)).isEqualTo(plainNumbers.add(number));
        }
        plain.forEach((key, ids) -> assertThat(packed.get(key)).isEqualTo(ids));
        assertThat(packed.get(new UUID(1, 0))).isEmpty();
    }

    private static IndexEntry entry(UUID person, IdentifierKind kind, String value) {
        return new IndexEntry(person, UUID.randomUUID(), kind, value);
    }

    /** Everything but the services that it asks, and the constants. */
    private Set<Object> reachable(Object root) throws IllegalAccessException {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> next = new ArrayDeque<>(List.of(root));
        while (!next.isEmpty()) {
            Object each = next.pop();
            if (each instanceof Enum || each instanceof Subjects || each instanceof Records || !seen.add(each)) {
                continue;
            }
            if (each instanceof Map<?, ?> map) {
                next.addAll(map.keySet());
                next.addAll(map.values());
            } else if (each.getClass().isArray()) {
                for (int i = 0; i < Array.getLength(each) && each instanceof Object[]; i++) {
                    if (Array.get(each, i) != null) {
                        next.add(Array.get(each, i));
                    }
                }
            } else if (each.getClass().getName().startsWith("io.shouxin")) {
                for (Field field : each.getClass().getDeclaredFields()) {
                    field.setAccessible(true);
                    if (!Modifier.isStatic(field.getModifiers()) && field.get(each) != null) {
                        next.add(field.get(each));
                    }
                }
            }
        }
        return seen;
    }
}
