package io.shouxin.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.shouxin.shared.Actor;
import io.shouxin.shared.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceEventTest {

    private static EvidenceEvent.Builder event() {
        return EvidenceEvent.of(EvidenceKind.VIEWED, Actor.SYSTEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13812345678",
                "+8613812345678",
                "+86 138 1234 5678",
                "tel:138-1234-5678",
                "１３８１２３４５６７８",
                "电话13812345678。",
                "021-62345678",
                "zhang.san@example.com",
                "11010519491231002X",
                "身份证110105194912310021",
                "line\nbreak"
            })
    void what_looks_like_personal_data_is_refused_and_not_repeated(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> event().detail("note", value).build())
                .withMessageContaining("note")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(value));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> event().outcome(value).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> event().target("record", value).build());
    }

    @Test
    void a_page_of_ids_fits_into_an_entry_whole() {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(Page.LARGEST).toList();
        assertThat(event().ids("case", ids).build().details().values().stream()
                        .flatMap(value -> Stream.of(value.split(" ")))
                        .map(UUID::fromString))
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RULE-PIPL-47-1",
                "2026-11-22T00:05:32.123456Z",
                "SX-20261122-000123",
                "1763769932123",
                "00000000-0000-0000-0000-138123456781",
                "0000000a-0000-0000-0000-a13812345678",
                "13812345678a0000000000000000000000000000000000000000000000000000"
            })
    void codes_ids_times_and_hashes_are_accepted(String value) {
        assertThat(event().detail("code", value).build().details()).containsEntry("code", value);
    }

    @Test
    void random_ids_are_never_mistaken_for_telephone_numbers() {
        for (int i = 0; i < 100_000; i++) {
            String id = UUID.nameUUIDFromBytes(("id" + i).getBytes(StandardCharsets.UTF_8))
                    .toString();
            assertThat(event().target("record", id).build().targetId()).isEqualTo(id);
        }
    }

    @Test
    void a_detail_has_a_plain_key_and_a_short_value() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> event().detail("Client name", "x").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> event().detail("k".repeat(41), "x").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> event().detail("k", "x".repeat(201)).build());
    }

    @Test
    void a_commitment_opens_to_its_data_only_and_never_shows_it() {
        EvidenceEvent event = event().commit("phone", "13812345678").build();
        Commitment commitment = event.commitments().get(0);
        assertThat(opens(commitment, "13812345678")).isTrue();
        assertThat(opens(commitment, "13812345679")).isFalse();
        assertThat(event.toString())
                .doesNotContain("13812345678")
                .doesNotContain(commitment.hash().hex());
    }

    @Test
    void the_same_data_gives_another_commitment_every_time() {
        Commitment once =
                event().commit("phone", "13812345678").build().commitments().get(0);
        Commitment again =
                event().commit("phone", "13812345678").build().commitments().get(0);
        assertThat(once.hash()).isNotEqualTo(again.hash());
    }

    @Test
    void two_commitments_do_not_share_a_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> event().commit("phone", "1").commit("phone", "2").build());
    }

    private static boolean opens(Commitment commitment, String data) {
        return Commitment.opens(commitment.salt(), commitment.hash(), data.getBytes(StandardCharsets.UTF_8));
    }
}
