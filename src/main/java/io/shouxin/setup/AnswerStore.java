package io.shouxin.setup;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.platform.CannotDecrypt;
import io.shouxin.platform.KeyWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the answers so far as ciphertext: they name people. */
@Component
class AnswerStore {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerStore.class);
    private static final String PURPOSE = "setup-answers";

    private final ObjectMapper json =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    private final JdbcClient jdbc;
    private final KeyWrapper keys;

    AnswerStore(JdbcClient jdbc, KeyWrapper keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** What was answered; nothing where it cannot be read any more, so that the set-up begins anew. */
    SetUpAnswers read() {
        Optional<byte[]> written = jdbc.sql("SELECT answers FROM setup WHERE answers IS NOT NULL")
                .query(byte[].class)
                .optional();
        if (written.isEmpty()) {
            return SetUpAnswers.NONE;
        }
        try {
            return json.readValue(keys.unwrap(PURPOSE, written.get()), SetUpAnswers.class);
        } catch (IOException | CannotDecrypt e) {
            LOG.warn(
                    "The answers of the set-up cannot be read and are asked again ({})",
                    e.getClass().getSimpleName());
            return SetUpAnswers.NONE;
        }
    }

    void write(SetUpAnswers answers) {
        try {
            jdbc.sql("UPDATE setup SET answers = ?")
                    .param(keys.wrap(PURPOSE, json.writeValueAsBytes(answers)))
                    .update();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
