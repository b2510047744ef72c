package io.shouxin.operation.internal;

import io.shouxin.platform.backup.Backup;
import io.shouxin.platform.backup.BackupRefused;
import io.shouxin.platform.backup.Restore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.util.FileSystemUtils;

/** Carries out one command. */
public final class Work {

    private static final long MIB = 1 << 20;

    private final Class<?> product;
    private final Settings settings;
    private final Console console;
    private final Clock clock = Clock.systemUTC();

    public Work(Class<?> product, Settings settings, Console console) {
        this.product = product;
        this.settings = settings;
        this.console = console;
    }

    /** @return false if no command is written so */
    public boolean carryOut() {
        Path target = settings.target();
        switch (settings.word()) {
            case "backup" -> {
                return target != null && backup(target);
            }
            case "check-backup" -> {
                return target != null && check(target);
            }
            case "restore" -> {
                return target != null && restore(target);
            }
            case "replay" -> {
                return settings.words().size() == 1 && replay();
            }
            default -> {
                return false;
            }
        }
    }

    private boolean backup(Path into) {
        if (settings.external()) {
            throw new BackupRefused("operation.backup.external");
        }
        Backup made = Backup.make(settings.data(), into, clock);
        console.say(
                made.manifest().running() ? "operation.backup.madeRunning" : "operation.backup.madeStopped",
                made.directory(),
                made.manifest().files().size(),
                made.bytes() / MIB);
        if (settings.prune()) {
            Backup.removeOlderThan(into, settings.window(), clock)
                    .forEach(old -> console.say("operation.backup.removed", old));
        }
        console.say("operation.backup.keys", settings.keys().toAbsolutePath());
        console.say("operation.backup.ledger", settings.ledger().toAbsolutePath());
        return true;
    }

    /** Restores into a directory that is removed afterwards. The wrapping keys are read where they lie. */
    private boolean check(Path directory) {
        Backup backup = Backup.at(directory);
        refuseWithoutKeys();
        try {
            Path trial = Files.createTempDirectory("shouxin-check");
            try {
                Path data = trial.resolve("data");
                Path ledger = trial.resolve("erasures.jsonl");
                Path newest = Objects.requireNonNullElse(settings.givenLedger(), settings.ledger());
                if (Files.exists(newest)) {
                    Files.copy(newest, ledger);
                }
                Restore.files(backup, data, clock);
                open(data, ledger, true);
                console.say("operation.check.good", backup.directory());
                return true;
            } finally {
                FileSystemUtils.deleteRecursively(trial);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private boolean restore(Path directory) {
        if (settings.external()) {
            throw new BackupRefused("operation.backup.external");
        }
        Backup backup = Backup.at(directory);
        refuseWithoutKeys();
        putLedger();
        Restore.files(backup, settings.data(), clock);
        console.say("operation.restore.copied", settings.data().toAbsolutePath());
        open(settings.data(), settings.ledger(), false);
        Restore.finish(settings.data());
        console.say("operation.restore.done");
        return true;
    }

    /** For a database that somebody else brought back: a server's own back-up, or files copied by hand. */
    private boolean replay() {
        Restore.refuseIfUnfinished(settings.data());
        refuseWithoutKeys();
        if (!Files.exists(settings.ledger()) || settings.givenLedger() != null) {
            putLedger();
        }
        open(settings.data(), settings.ledger(), false);
        console.say("operation.restore.done");
        return true;
    }

    private void open(Path data, Path ledger, boolean trial) {
        console.say("operation.restore.opening");
        List<String> options = new ArrayList<>(settings.options());
        options.add("--shouxin.data=" + data.toAbsolutePath());
        options.add("--shouxin.keys.file=" + settings.keys().toAbsolutePath());
        options.add("--shouxin.ledger.file=" + ledger.toAbsolutePath());
        options.add("--shouxin.postgres.binaries=" + settings.binaries().toAbsolutePath());
        new RestoredDatabase(product, options, console, trial).open();
    }

    private void refuseWithoutKeys() {
        if (!Files.isRegularFile(settings.keys())) {
            throw new BackupRefused("operation.restore.noKeys", settings.keys().toAbsolutePath());
        }
    }

    /** The newest record of erasures must lie where the portal expects it, or be given up in so many words. */
    private void putLedger() {
        Path given = settings.givenLedger();
        Path expected = settings.ledger().toAbsolutePath();
        try {
            if (given != null) {
                putGiven(given, expected);
            } else if (!Files.exists(expected) && !settings.withoutLedger()) {
                throw new BackupRefused("operation.restore.noLedger", expected);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static void putGiven(Path given, Path expected) throws IOException {
        if (!Files.isRegularFile(given)) {
            throw new BackupRefused("operation.restore.ledgerMissing", given);
        }
        if (Files.exists(expected)) {
            if (Files.mismatch(given, expected) >= 0) {
                throw new BackupRefused("operation.restore.twoLedgers", expected, given);
            }
            return;
        }
        Files.createDirectories(expected.resolveSibling("."));
        Files.copy(given, expected);
    }

    private static BackupRefused failed(IOException e) {
        return new BackupRefused(e, "operation.backup.io", e.getClass().getSimpleName() + " " + e.getMessage());
    }
}
