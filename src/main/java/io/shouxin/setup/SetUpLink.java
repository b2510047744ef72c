package io.shouxin.setup;

/** Prints a new link where only whoever runs the portal reads it. */
public interface SetUpLink {

    void print();
}
