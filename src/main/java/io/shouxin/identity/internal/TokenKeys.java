package io.shouxin.identity.internal;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.shouxin.platform.KeyWrapper;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The RSA key that signs tokens; it survives a restart and lies wrapped in the database. */
@Configuration(proxyBeanMethods = false)
class TokenKeys {

    private static final String PURPOSE = "token-signing";
    private static final int BITS = 2048;

    private record Row(String kid, byte[] publicKey, byte[] wrapped) {}

    @Bean
    JWKSource<SecurityContext> tokenSigningKeys(JdbcClient jdbc, KeyWrapper wrapper) throws GeneralSecurityException {
        Row row = jdbc.sql("SELECT kid, public_key, wrapped_private FROM token_key ORDER BY created_at DESC LIMIT 1")
                .query((rs, n) -> new Row(rs.getString(1), rs.getBytes(2), rs.getBytes(3)))
                .optional()
                .orElse(null);
        if (row == null) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            row = new Row(
                    UUID.randomUUID().toString(),
                    pair.getPublic().getEncoded(),
                    wrapper.wrap(PURPOSE, pair.getPrivate().getEncoded()));
            jdbc.sql("INSERT INTO token_key (kid, public_key, wrapped_private) VALUES (?, ?, ?)")
                    .params(row.kid(), row.publicKey(), row.wrapped())
                    .update();
        }
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        RSAKey key = new RSAKey.Builder((RSAPublicKey) rsa.generatePublic(new X509EncodedKeySpec(row.publicKey())))
                .privateKey((RSAPrivateKey)
                        rsa.generatePrivate(new PKCS8EncodedKeySpec(wrapper.unwrap(PURPOSE, row.wrapped()))))
                .keyID(row.kid())
                .build();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }
}
