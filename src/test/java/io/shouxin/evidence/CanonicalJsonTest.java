package io.shouxin.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void members_are_sorted_by_code_units_as_in_the_example_of_rfc_8785() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("\u20ac", "Euro Sign");
        members.put("\r", "Carriage Return");
        members.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        members.put("1", "One");
        members.put("\ud83d\ude00", "Emoji: Grinning Face");
        members.put("\u0080", "Control");
        members.put("\u00f6", "Latin Small Letter O With Diaeresis");
        assertThat(CanonicalJson.write(members))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void strings_escape_only_what_they_must() {
        assertThat(CanonicalJson.write(List.of("\u20ac$\u000f\nA'B\"\\\"/守")))
                .isEqualTo("[\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\"/守\"]");
        assertThat(CanonicalJson.write(Map.of())).isEqualTo("{}");
    }

    @Test
    void what_has_no_one_spelling_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write("\ud83d"));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(0.1));
    }

    @Test
    void an_entry_is_spelt_as_documented() {
        EvidenceView entry = new EvidenceView(
                UUID.fromString("00000000-0000-0000-0000-000000000001"),
                7L,
                Instant.parse("2026-11-22T00:05:32Z"),
                "REVEALED",
                "STAFF",
                UUID.fromString("00000000-0000-0000-0000-000000000002"),
                UUID.fromString("00000000-0000-0000-0000-000000000003"),
                null,
                "record",
                "r1",
                null,
                Map.of("field", "phone"),
                Map.of());
        assertThat(entry.canonicalJson())
                .isEqualTo("{\"actor\":{\"id\":\"00000000-0000-0000-0000-000000000002\",\"kind\":\"STAFF\"},"
                        + "\"at\":\"2026-11-22T00:05:32.000000Z\",\"case\":\"00000000-0000-0000-0000-000000000003\","
                        + "\"details\":{\"field\":\"phone\"},\"id\":\"00000000-0000-0000-0000-000000000001\","
                        + "\"kind\":\"REVEALED\",\"target\":{\"id\":\"r1\",\"type\":\"record\"},\"v\":1}");
    }

    @Test
    void the_order_in_which_details_were_given_does_not_matter() {
        Random random = new Random(3);
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            keys.add("k" + random.nextInt(1000));
        }
        String first = CanonicalJson.write(shuffled(keys, random));
        for (int round = 0; round < 50; round++) {
            assertThat(CanonicalJson.write(shuffled(keys, random))).isEqualTo(first);
        }
    }

    private static Map<String, String> shuffled(List<String> keys, Random random) {
        List<String> order = new ArrayList<>(keys);
        Collections.shuffle(order, random);
        Map<String, String> members = new LinkedHashMap<>();
        order.forEach(key -> members.put(key, "v" + key));
        return members;
    }
}
