package io.shouxin.platform.backup;

import io.shouxin.platform.backup.BackupManifest.FileEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Copies a cluster's files; what it wrote is added to a list, for the manifest. */
final class ClusterCopy {

    private static final int LOOKS_AT_CONTROL = 20;

    private ClusterCopy() {}

    /** All but the control file, and the log only if asked. */
    static void copy(Path cluster, Path root, String under, boolean withLog, List<FileEntry> written)
            throws IOException {
        DurableFiles.directory(root.resolve(under));
        ClusterFiles.walk(cluster, withLog, new ClusterFiles.Visitor() {
            @Override
            public void directory(String path) throws IOException {
                DurableFiles.directory(root.resolve(under).resolve(path));
            }

            @Override
            public void file(Path file, String path) throws IOException {
                written.add(DurableFiles.copy(file, root, under + "/" + path));
            }
        });
    }

    /** A running server rewrites the control file in place: it is taken when two looks at it agree. */
    static void copyControl(Path cluster, Path root, String under, List<FileEntry> written) throws IOException {
        Path control = cluster.resolve(ClusterFiles.CONTROL);
        byte[] seen = Files.readAllBytes(control);
        for (int look = 0; look < LOOKS_AT_CONTROL; look++) {
            byte[] again = Files.readAllBytes(control);
            if (Arrays.equals(seen, again)) {
                written.add(DurableFiles.write(root, under + "/" + ClusterFiles.CONTROL, seen));
                return;
            }
            seen = again;
        }
        throw new BackupRefused("operation.backup.server", ClusterFiles.CONTROL);
    }
}
