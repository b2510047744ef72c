package io.shouxin.platform.backup;

import java.io.IOException;

/** A part of a back-up that is copied at a certain moment of it. */
interface CopyStep {

    void run() throws IOException;
}
