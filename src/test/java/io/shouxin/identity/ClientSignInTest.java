package io.shouxin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shouxin.evidence.EvidenceLog;
import io.shouxin.record.PersonData;
import io.shouxin.request.CaseContacts;
import io.shouxin.subject.Subjects;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClientSignInTest {

    private final UUID ann = UUID.randomUUID();
    private final UUID he = UUID.randomUUID();
    private final UUID nameless = UUID.randomUUID();
    private final PersonData people = mock(PersonData.class);
    private final ClientSignIn signIn = new ClientSignIn(
            mock(OneTimeCodes.class),
            mock(Subjects.class),
            people,
            mock(CaseContacts.class),
            mock(StrongProof.class),
            mock(EvidenceLog.class));

    @Test
    void of_several_people_with_one_number_each_is_known_by_their_name_however_it_is_written() {
        name(ann, "Ann Lee");
        name(he, "何三");
        name(nameless, "");
        List<UUID> all = List.of(ann, he, nameless);
        assertThat(signIn.named(all, " ann  LEE")).containsExactly(ann);
        assertThat(signIn.named(all, "何 三女士")).containsExactly(he);
        assertThat(signIn.named(all, "何四")).isEmpty();
        assertThat(signIn.named(all, " "))
                .as("a name that is not on file is nobody's")
                .isEmpty();
    }

    private void name(UUID person, String name) {
        when(people.card(eq(person), any())).thenReturn(new PersonData.Card(person, name, List.of(), List.of(), ""));
    }
}
