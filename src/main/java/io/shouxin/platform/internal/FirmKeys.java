package io.shouxin.platform.internal;

import io.shouxin.platform.Cell;
import io.shouxin.platform.FirmSecrets;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import io.shouxin.platform.KeyWrapper;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The firm's own secrets, each under a data key of its purpose, so that they live through changes of epoch. */
@Component
class FirmKeys implements KeyWrapper, FirmSecrets {

    private final KeyVault vault;
    private final JdbcClient jdbc;
    private final Map<String, byte[]> secrets = new ConcurrentHashMap<>();

    FirmKeys(KeyVault vault, JdbcClient jdbc) {
        this.vault = vault;
        this.jdbc = jdbc;
    }

    @Override
    public byte[] wrap(String purpose, byte[] plain) {
        return vault.open(KeyScope.firm(purpose)).encrypt(plain, cell("wrapped", purpose));
    }

    @Override
    public byte[] unwrap(String purpose, byte[] wrapped) {
        return vault.open(KeyScope.firm(purpose)).decrypt(wrapped, cell("wrapped", purpose));
    }

    @Override
    public byte[] secret(String name) {
        return secrets.computeIfAbsent(name, this::loadOrMake).clone();
    }

    private byte[] loadOrMake(String name) {
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        jdbc.sql("INSERT INTO keys.firm_secret (name, wrapped) VALUES (?, ?) ON CONFLICT (name) DO NOTHING")
                .params(name, vault.open(KeyScope.firm(name)).encrypt(fresh, cell("secret", name)))
                .update();
        byte[] wrapped = jdbc.sql("SELECT wrapped FROM keys.firm_secret WHERE name = ?")
                .param(name)
                .query(byte[].class)
                .single();
        return vault.open(KeyScope.firm(name)).decrypt(wrapped, cell("secret", name));
    }

    private static Cell cell(String column, String purpose) {
        return new Cell("keys.firm", column, UUID.nameUUIDFromBytes(purpose.getBytes(StandardCharsets.UTF_8)));
    }
}
