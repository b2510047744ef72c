package io.shouxin.operation;

import io.shouxin.operation.internal.Console;
import io.shouxin.operation.internal.Settings;
import io.shouxin.operation.internal.Work;
import io.shouxin.platform.StartRefusedException;
import io.shouxin.platform.backup.BackupRefused;
import java.util.List;

/** The words after {@code java -jar shouxin.jar} that do something else than starting the portal (docs/operations.md). */
public final class Commands {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;

    private Commands() {}

    /** Whether a command is meant: options of the portal begin with a dash. */
    public static boolean meant(String... arguments) {
        return arguments.length > 0 && !arguments[0].startsWith("-");
    }

    /**
     * Carries a command out.
     *
     * @param product the application that a restored database is opened with
     * @return the exit code
     */
    public static int run(Class<?> product, String... arguments) {
        Console console = new Console(System.out);
        List<String> words = List.of(arguments);
        try {
            Settings settings = Settings.of(words);
            return new Work(product, settings, console).carryOut() ? DONE : misused(console);
        } catch (BackupRefused refused) {
            console.say(refused.textKey(), refused.arguments());
            return FAILED;
        } catch (StartRefusedException refused) {
            console.print(refused.getMessage() + " " + refused.remedy());
            return FAILED;
        }
    }

    private static int misused(Console console) {
        console.say("operation.usage");
        return MISUSED;
    }
}
