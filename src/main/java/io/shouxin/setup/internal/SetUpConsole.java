package io.shouxin.setup.internal;

/** Where the link is printed; the process's own output unless a test reads it. */
@FunctionalInterface
interface SetUpConsole {

    void print(String lines);
}
