package io.shouxin.record.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shouxin.record.imports.Identifier;
import io.shouxin.record.imports.IdentifierType;
import io.shouxin.record.imports.PersonRole;
import io.shouxin.record.imports.PersonSummary;
import io.shouxin.record.internal.ImportPlan.DraftGroup;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.Subject;
import io.shouxin.subject.SubjectKind;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KnownPeopleTest {

    private static final String NAME = "张三";
    private static final String PHONE = "13800138000";

    private final UUID survivor = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final DraftGroup group = new DraftGroup(
            0,
            UUID.randomUUID(),
            new PersonSummary(
                    "1:CLIENT",
                    PersonRole.CLIENT,
                    true,
                    List.of(
                            new Identifier(IdentifierType.NAME, NAME, true),
                            new Identifier(IdentifierType.PHONE, PHONE, true)),
                    List.of()));
    private final ImportRegister register = mock(ImportRegister.class);
    private final Set<UUID> locked = new HashSet<>();

    @BeforeEach
    void emptyRegister() {
        when(register.thirdParties(anyCollection())).thenReturn(Map.of());
    }

    /** The merge was undone after the number was looked up and before its owner was locked. */
    @Test
    void what_was_looked_up_before_a_merge_was_undone_is_looked_up_again() {
        when(register.byIdentifiers(eq(IdentifierKind.PHONE), any()))
                .thenReturn(Map.of(PHONE, Set.of(survivor)))
                .thenReturn(Map.of(PHONE, Set.of(other)));
        people(1);
        KnownPeople known = KnownPeople.of(List.of(group), third -> false, register);
        assertThat(known.sharing(group, IdentifierKind.PHONE)).containsExactly(other);
        assertThat(locked).as("nobody merges them while the batch is written").contains(survivor, other);
    }

    @Test
    void nobody_is_looked_up_twice_who_was_never_parted() {
        when(register.byIdentifiers(eq(IdentifierKind.PHONE), any())).thenReturn(Map.of(PHONE, Set.of(survivor)));
        people(0);
        KnownPeople known = KnownPeople.of(List.of(group), third -> false, register);
        assertThat(known.sharing(group, IdentifierKind.PHONE)).containsExactly(survivor);
        verify(register, times(1)).byIdentifiers(eq(IdentifierKind.PHONE), any());
    }

    /** The merge was done after the number was looked up and before its owner was locked; the names are the survivor's by now. */
    @Test
    void a_name_is_compared_with_that_of_the_person_into_whom_somebody_was_merged_meanwhile() {
        when(register.byIdentifiers(eq(IdentifierKind.PHONE), any())).thenReturn(Map.of(PHONE, Set.of(other)));
        when(register.people(anyCollection())).thenAnswer(call -> {
            Collection<UUID> asked = call.getArgument(0);
            return Stream.of(
                            new Subject(other, SubjectKind.CLIENT, false, survivor, 0),
                            new Subject(survivor, SubjectKind.CLIENT, false, null, 0))
                    .filter(subject -> asked.contains(subject.id()))
                    .collect(Collectors.toMap(Subject::id, subject -> subject));
        });
        when(register.byIdentifiers(eq(IdentifierKind.NAME), any(), any()))
                .thenAnswer(call ->
                        call.<Set<UUID>>getArgument(2).contains(survivor) ? Map.of(NAME, Set.of(survivor)) : Map.of());
        KnownPeople known = KnownPeople.of(List.of(group), third -> false, register);
        assertThat(known.sharing(group, IdentifierKind.NAME)).containsExactly(survivor);
    }

    private void people(int parted) {
        when(register.people(anyCollection())).thenAnswer(call -> {
            Collection<UUID> asked = call.getArgument(0);
            locked.addAll(asked);
            return asked.stream()
                    .filter(id -> !id.equals(group.ownId()))
                    .collect(Collectors.toMap(
                            id -> id,
                            id -> new Subject(id, SubjectKind.CLIENT, false, null, id.equals(survivor) ? parted : 0)));
        });
    }
}
