package io.shouxin.setup;

/** Port to the decision table {@code scale-tier}: what the size of a firm asks of it. */
public interface ScaleTiers {

    /** @param people of how many people data are handled */
    ScaleTier of(long people);

    /** Names the very table that was asked. */
    String version();
}
