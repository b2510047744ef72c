package io.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HoldingSystemsTest {

    private static final UUID RECORD = UUID.randomUUID();

    @Test
    void the_system_that_has_one_of_the_records_holds_them() {
        HoldingSystem letters = new Fixed("letters", Set.of(RECORD));
        HoldingSystems systems = new HoldingSystems(List.of(new Fixed("archive", Set.of()), letters));
        assertThat(systems.holderOf(Set.of(RECORD, UUID.randomUUID()))).contains(letters);
        assertThat(systems.holderOf(Set.of(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void where_there_is_but_one_it_is_not_asked() {
        HoldingSystem only = new Fixed("vault", Set.of());
        assertThat(new HoldingSystems(List.of(only)).holderOf(Set.of(RECORD))).contains(only);
    }

    @Test
    void two_of_one_name_are_refused() {
        List<HoldingSystem> twins = List.of(new Fixed("vault", Set.of()), new Fixed("vault", Set.of()));
        assertThatThrownBy(() -> new HoldingSystems(twins)).hasMessageContaining("vault");
    }

    private record Fixed(String id, Set<UUID> content) implements HoldingSystem {

        @Override
        public Set<UUID> holds(Set<UUID> ids) {
            return ids.stream().filter(content::contains).collect(Collectors.toSet());
        }

        @Override
        public Receipt erase(EraseOrder order) {
            throw new AssertionError("Nobody was asked to erase");
        }

        @Override
        public Optional<Receipt> receipt(String key) {
            return Optional.empty();
        }

        @Override
        public int remaining(Set<UUID> ids) {
            return holds(ids).size();
        }
    }
}
