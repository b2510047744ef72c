package io.shouxin.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The lines of the record of erasures, which outlive the version that wrote them. */
class ErasureEntryTest {

    @Test
    void a_line_from_before_it_was_noted_of_whom_nothing_was_left_can_be_read() {
        UUID person = UUID.randomUUID();
        String line = new ErasureEntry(
                        UUID.randomUUID(),
                        Instant.parse("2026-11-23T01:12:00Z"),
                        UUID.randomUUID(),
                        Map.of(person, Set.of(UUID.randomUUID())),
                        Set.of(),
                        List.of(),
                        Set.of(person))
                .write();
        String before = line.replace(",\"ended\":[\"" + person + "\"]", "");
        assertThat(before).doesNotContain("ended");
        assertThat(ErasureEntry.read(before).ended()).isEmpty();
        assertThat(ErasureEntry.read(line).ended()).containsExactly(person);
    }
}
