package io.shouxin.platform;

/** Keeps secrets of the firm itself (a signing key, for instance) as ciphertext, one key per purpose. */
public interface KeyWrapper {

    byte[] wrap(String purpose, byte[] plain);

    byte[] unwrap(String purpose, byte[] wrapped);
}
