package io.shouxin.platform;

/** A wrapping key is gone: what was erased under it can no longer be read from any backup. */
public record KeyEpochDestroyed(int epoch) {}
