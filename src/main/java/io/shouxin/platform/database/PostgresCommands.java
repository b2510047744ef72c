package io.shouxin.platform.database;

import io.shouxin.platform.StartRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's own programs. They refuse to run as root; where Shouxin itself runs as root (a container), they run in a
 * user namespace of their own, in which they have no privileges at all.
 */
final class PostgresCommands {

    private final Path binaries;
    private final List<String> prefix;

    PostgresCommands(Path home) {
        this.binaries = home.resolve("bin");
        this.prefix = runsAsRoot(home) ? unprivileged() : List.of();
    }

    record Result(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }

    Result initdb(Path cluster, Path passwordFile) {
        return run(
                "initdb",
                "--pgdata=" + cluster,
                "--username=" + Roles.SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--data-checksums");
    }

    /** Waits for crash recovery as long as it takes within ten minutes. */
    Result start(Path cluster, Path logFile) {
        return run("pg_ctl", "-D", cluster.toString(), "-l", logFile.toString(), "-w", "-t", "600", "start");
    }

    Result stop(Path cluster, String mode, int seconds) {
        return run("pg_ctl", "-D", cluster.toString(), "-m", mode, "-w", "-t", Integer.toString(seconds), "stop");
    }

    private Result run(String program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(binaries.resolve(program).toString());
        command.addAll(List.of(arguments));
        return execute(command);
    }

    private static Result execute(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(15, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            return new Result(process.waitFor(), output.strip());
        } catch (IOException e) {
            return new Result(-1, e.getClass().getSimpleName() + " for " + command.get(0));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(-1, "interrupted");
        }
    }

    private static boolean runsAsRoot(Path ownFile) {
        try {
            Path probe = Files.createTempFile(ownFile, "owner", null);
            try {
                return Integer.valueOf(0).equals(Files.getAttribute(probe, "unix:uid"));
            } finally {
                Files.delete(probe);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Owner of a new file unknown", e);
        }
    }

    private static List<String> unprivileged() {
        Result uid = execute(List.of("unshare", "-U", "id", "-u"));
        if (!uid.succeeded() || uid.output().equals("0")) {
            throw new StartRefusedException(
                    "The embedded PostgreSQL does not run as root, and this system offers no user namespaces.",
                    "Run Shouxin as an ordinary user, or set spring.datasource.url to an external PostgreSQL.");
        }
        return List.of("unshare", "-U");
    }
}
