package io.shouxin.inbox;

/** A saved view that others see is another now, or gone; open screens read the views anew. */
public record ViewsChanged() {}
