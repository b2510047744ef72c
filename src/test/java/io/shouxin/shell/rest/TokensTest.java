package io.shouxin.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom the API lets in (ASVS 9.1 and 9.2, RFC 8725). */
@ApiTest
class TokensTest {

    private static final String PATH = "/api/v1/requests";

    private final ApiCalls api;
    private final JdbcClient jdbc;
    private final RSAKey key;
    private final Clock clock;

    @Autowired
    TokensTest(ApiCalls api, JdbcClient jdbc, JWKSource<SecurityContext> keys, Clock clock) throws JOSEException {
        this.api = api;
        this.jdbc = jdbc;
        this.key = (RSAKey) keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                .get(0);
        this.clock = clock;
    }

    @Test
    void a_token_that_the_application_made_itself_is_good() throws JOSEException {
        assertThat(api.getWithToken(signed(header(), claims().build(), new RSASSASigner(key)), PATH)
                        .status())
                .isEqualTo(200);
        assertThat(api.get("demo-staff", PATH).status()).isEqualTo(200);
    }

    @Test
    void a_revoked_token_is_good_no_longer() {
        String token = api.fetchToken("demo-staff");
        assertThat(api.getWithToken(token, PATH).status()).isEqualTo(200);
        assertThat(api.revoke("demo-staff", token).status()).isEqualTo(200);
        assertThat(api.getWithToken(token, PATH).status()).isEqualTo(401);
        assertThat(api.get("demo-staff", PATH).status()).as("another token").isEqualTo(200);
    }

    @TestFactory
    Stream<DynamicTest> any_other_token_is_refused_with_a_problem() throws JOSEException {
        RSAKey foreign = new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();
        RSASSASigner own = new RSASSASigner(key);
        Instant now = clock.instant();
        Map<String, String> zoo = new LinkedHashMap<>();
        zoo.put("nothing like a token", "garbage");
        zoo.put("not signed", new PlainJWT(claims().build()).serialize());
        zoo.put(
                "signed by HS256 with the public key",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                .keyID(key.getKeyID())
                                .build(),
                        claims().build(),
                        new MACSigner(key.toRSAPublicKey().getEncoded())));
        zoo.put(
                "signed by a foreign key under our key's name",
                signed(header(), claims().build(), new RSASSASigner(foreign)));
        zoo.put(
                "signed by a foreign key that its jku leads to",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID("other")
                                .jwkURL(URI.create("http://localhost:1/keys"))
                                .build(),
                        claims().build(),
                        new RSASSASigner(foreign)));
        zoo.put(
                "signed by a foreign key that it brings along",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .jwk(foreign.toPublicJWK())
                                .build(),
                        claims().build(),
                        new RSASSASigner(foreign)));
        zoo.put(
                "key name that is a path",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID("../../etc/passwd")
                                .build(),
                        claims().build(),
                        new RSASSASigner(foreign)));
        zoo.put(
                "another algorithm",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.PS256)
                                .keyID(key.getKeyID())
                                .build(),
                        claims().build(),
                        own));
        zoo.put(
                "expired",
                signed(
                        header(),
                        claims().expirationTime(Date.from(now.minus(Duration.ofMinutes(5))))
                                .build(),
                        own));
        zoo.put("no end", signed(header(), claims().expirationTime(null).build(), own));
        zoo.put(
                "not valid yet",
                signed(
                        header(),
                        claims().notBeforeTime(Date.from(now.plus(Duration.ofMinutes(5))))
                                .build(),
                        own));
        zoo.put(
                "for another audience",
                signed(header(), claims().audience("somebody-else").build(), own));
        zoo.put(
                "for no audience",
                signed(header(), claims().audience((String) null).build(), own));
        zoo.put(
                "of another issuer",
                signed(header(), claims().issuer("http://evil.example").build(), own));
        zoo.put(
                "of a client that is unknown",
                signed(header(), claims().subject("nobody").build(), own));
        zoo.put(
                "an identity token",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .type(new JOSEObjectType("id+jwt"))
                                .keyID(key.getKeyID())
                                .build(),
                        claims().build(),
                        own));
        String good = signed(header(), claims().build(), own);
        zoo.put("with a changed signature", good.substring(0, good.length() - 8) + "AAAAAAAA");
        return zoo.entrySet().stream()
                .map(token -> DynamicTest.dynamicTest(token.getKey(), () -> {
                    ApiCalls.Answer answer = api.getWithToken(token.getValue(), PATH);
                    assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
                    assertThat(answer.isProblem()).isTrue();
                    assertThat(answer.type()).isEqualTo("urn:shouxin:problem:unauthorized");
                    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
                }));
    }

    @Test
    void nobody_is_let_in_without_a_token_and_a_token_in_the_url_is_none() {
        assertThat(api.getWithToken(null, PATH).status()).isEqualTo(401);
        assertThat(api.getWithToken(null, PATH + "?access_token=" + api.token("demo-staff"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_client_that_is_switched_off_is_out_at_once() {
        String token = api.fetchToken("demo-nothing");
        assertThat(api.getWithToken(token, PATH).status()).isEqualTo(403);
        jdbc.sql("UPDATE api_client SET active = false WHERE client_id = 'demo-nothing'")
                .update();
        try {
            assertThat(api.getWithToken(token, PATH).status()).isEqualTo(401);
        } finally {
            jdbc.sql("UPDATE api_client SET active = true WHERE client_id = 'demo-nothing'")
                    .update();
        }
    }

    @Test
    void guessing_at_a_secret_is_told_to_wait_while_the_others_go_on() {
        for (int i = 0; i < 20; i++) {
            assertThat(guess("demo-guessed").status()).isEqualTo(401);
        }
        ApiCalls.Answer answer = guess("demo-guessed");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.isProblem()).isTrue();
        assertThat(answer.type()).isEqualTo("urn:shouxin:problem:too-many-requests");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 901);
        assertThat(api.fetchToken("demo-staff")).isNotEmpty();
    }

    private ApiCalls.Answer guess(String client) {
        return api.send(
                api.request("/oauth2/token", "Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "grant_type=client_credentials&client_secret=guess&client_id=" + client)),
                null);
    }

    private JWSHeader header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
    }

    private JWTClaimsSet.Builder claims() {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer("http://localhost:8080")
                .audience("shouxin-api")
                .subject("demo-staff")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                .claim("scope", List.of("requests:read"));
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }
}
