package io.shouxin.document.internal;

/** A labelled value; an empty value leaves the line out. */
record Fact(String label, String value) {}
