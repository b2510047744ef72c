package io.shouxin.platform;

/**
 * Encrypts keys under the key-encryption key, which lies outside the database: whoever steals the database alone gets
 * no key. The purpose is authenticated with the key, so that a key wrapped for one use cannot be passed off for another.
 */
public interface KeyWrapper {

    byte[] wrap(String purpose, byte[] plain);

    byte[] unwrap(String purpose, byte[] wrapped);
}
