package io.shouxin.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CheckpointTest {

    private static final Instant AT = Instant.parse("2026-11-22T00:05:32.123456Z");

    private final KeyPair keys = newKeys();
    private final Checkpoint checkpoint =
            Checkpoint.sign("shouxin/test", 42, Hash.sha256(), AT, keys.getPublic(), keys.getPrivate());

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void its_key_confirms_it_and_another_does_not() {
        assertThat(checkpoint.verify(keys.getPublic())).isTrue();
        assertThat(checkpoint.verify(newKeys().getPublic())).isFalse();
    }

    @Test
    void a_note_is_read_back_as_it_was_written() {
        assertThat(checkpoint.note())
                .startsWith("shouxin/test\n42\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
                        + "time 2026-11-22T00:05:32.123456Z\nkey " + checkpoint.keyId() + "\n\n— shouxin/test ");
        assertThat(Checkpoint.parse(checkpoint.note())).isEqualTo(checkpoint);
    }

    @Test
    void any_change_breaks_the_signature() {
        String note = checkpoint.note();
        for (String changed : new String[] {
            note.replace("\n42\n", "\n41\n"),
            note.replace("47DEQpj8", "57DEQpj8"),
            note.replace("05:32.1", "05:32.2"),
            note.replace("shouxin/test", "shouxin/other")
        }) {
            assertThat(changed).isNotEqualTo(note);
            assertThat(Checkpoint.parse(changed).verify(keys.getPublic())).isFalse();
        }
    }

    @Test
    void other_text_is_no_checkpoint() {
        assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.parse(""));
        assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.parse("a\nb\nc\nd\ne\nf\ng\n"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checkpoint.parse(checkpoint.note().replace("time 2026", "time yesterday")));
    }
}
