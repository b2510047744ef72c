package io.shouxin.identity;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.shared.Actor;
import io.shouxin.shared.Texts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who pledged to keep clients' data confidential, when, and in which words (保密承诺): the firm must bind the people who handle them
 * (PIPL 51).
 */
@Service
public class Pledges {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient jdbc;
    private final EvidenceLog evidence;
    private final Clock clock;

    public Pledges(JdbcClient jdbc, EvidenceLog evidence, Clock clock) {
        this.jdbc = jdbc;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** When a pledge is given. */
    public enum Occasion {
        JOINING,
        LEAVING;

        /** The bundles' key of its words. */
        public String textKey() {
            return "identity.pledge." + name() + ".words";
        }
    }

    public boolean hasGiven(UUID account, Occasion occasion) {
        return jdbc.sql("SELECT count(*) FROM pledge WHERE account_id = ? AND occasion = ?")
                        .params(account, occasion.name())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(CHINA));
    }

    /** Records it, once for each occasion, with the hash of the Chinese words, which are the ones that bind. */
    @Transactional
    public void record(UUID account, Occasion occasion, LocalDate givenOn, Actor by) {
        byte[] hash = sha256(Texts.chinese().get(occasion.textKey()));
        int recorded = jdbc.sql("""
                        INSERT INTO pledge (id, account_id, occasion, given_on, wording, wording_hash, recorded_at, recorded_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, occasion) DO NOTHING
                        """)
                .params(Arrays.asList(
                        UUID.randomUUID(),
                        account,
                        occasion.name(),
                        givenOn,
                        occasion.textKey(),
                        hash,
                        Timestamp.from(clock.instant()),
                        by.id()))
                .update();
        if (recorded == 1) {
            evidence.append(EvidenceEvent.of(EvidenceKind.ACCOUNT_CHANGED, by)
                    .target("account", account)
                    .outcome("PLEDGED")
                    .detail("occasion", occasion.name())
                    .detail("given_on", givenOn)
                    .detail("wording", HEX.formatHex(hash))
                    .build());
        }
    }

    private static byte[] sha256(String words) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
