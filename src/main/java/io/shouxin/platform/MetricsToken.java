package io.shouxin.platform;

import io.shouxin.platform.database.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a collector of figures shows to be let in, as a bearer token: figures say how a firm works, and a proxy in front of the portal
 * would pass them to everybody. Generated, and kept in {@code <data>/secrets/metrics-token}, unless the operator names one.
 */
@Component
public class MetricsToken {

    private static final String BEARER = "Bearer ";

    private final byte[] expected;

    MetricsToken(DataDirectory data, @Value("${shouxin.metrics.token:}") String named) {
        String token = named.isBlank() ? new Secrets(data.directory("secrets")).password("metrics-token") : named;
        this.expected = (BEARER + token.strip()).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether this header of a call shows the token; takes as long for any wrong one. */
    public boolean isShownIn(@Nullable String authorization) {
        return authorization != null && MessageDigest.isEqual(expected, authorization.getBytes(StandardCharsets.UTF_8));
    }
}
