package io.shouxin.platform;

/** Random secrets of the firm by name, made on first use and kept wrapped in the database. */
public interface FirmSecrets {

    /** 32 random bytes, always the same for the same name. */
    byte[] secret(String name);
}
