package io.shouxin.identity.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * The access tokens that this process issued, until they end: for introspection and revocation (RFC 7009). They are signed and
 * short-lived, so a token of before a restart is still good; only what was revoked here is refused.
 */
@Component
class IssuedTokens implements OAuth2AuthorizationService {

    private final Map<String, OAuth2Authorization> byId = new ConcurrentHashMap<>();
    private final Map<String, String> idOfToken = new ConcurrentHashMap<>();
    private final Clock clock;

    IssuedTokens(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        forgetEnded();
        byId.put(authorization.getId(), authorization);
        if (authorization.getAccessToken() != null) {
            idOfToken.put(authorization.getAccessToken().getToken().getTokenValue(), authorization.getId());
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        byId.remove(authorization.getId());
        idOfToken.values().remove(authorization.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return byId.get(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        String id = idOfToken.get(token);
        return id == null ? null : byId.get(id);
    }

    boolean isRevoked(String token) {
        OAuth2Authorization authorization = findByToken(token, OAuth2TokenType.ACCESS_TOKEN);
        return authorization != null && authorization.getAccessToken().isInvalidated();
    }

    private void forgetEnded() {
        Instant now = clock.instant();
        byId.values().stream()
                .filter(authorization -> ended(authorization, now))
                .forEach(this::remove);
    }

    private static boolean ended(OAuth2Authorization authorization, Instant now) {
        if (authorization.getAccessToken() == null) {
            return false;
        }
        Instant end = authorization.getAccessToken().getToken().getExpiresAt();
        return end != null && end.isBefore(now);
    }
}
