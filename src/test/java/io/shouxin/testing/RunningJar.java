package io.shouxin.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A jar started in a JVM of its own, as a person starts it, up to its first page. */
public final class RunningJar implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int PAUSE_MILLIS = 20;
    private static final int SHOWN_LINES = 40;

    private final Process process;
    private final int port;
    private final double seconds;

    private RunningJar(Process process, int port, double seconds) {
        this.process = process;
        this.port = port;
        this.seconds = seconds;
    }

    /** The packaged product, named by the system property {@code shouxin.jar} or where the build leaves it. */
    public static Path product() {
        Path jar =
                Path.of(System.getProperty("shouxin.jar", "target/shouxin.jar")).toAbsolutePath();
        if (!jar.toFile().isFile()) {
            throw new IllegalStateException("There is no " + jar + ": run mvn package first");
        }
        return jar;
    }

    /** Installed as README.md says for a machine that runs it every day: the JVM's options with which it then starts. */
    public static List<String> install(Path jar, Path directory, String... options) throws Exception {
        Path archive = directory.resolve("classes.jsa");
        Process extraction = java(
                directory, List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", "installed"));
        if (extraction.waitFor() != 0) {
            throw new IllegalStateException(jar + " cannot be laid out in " + directory);
        }
        Path installed = directory.resolve("installed").resolve(jar.getFileName());
        start(List.of("-XX:ArchiveClassesAtExit=" + archive, "-jar", installed.toString()), directory, options)
                .close();
        if (!archive.toFile().isFile()) {
            throw new IllegalStateException("The trial start has left no archive of classes");
        }
        return List.of("-XX:SharedArchiveFile=" + archive, "-jar", installed.toString());
    }

    private static Process java(Path directory, List<String> arguments) throws IOException {
        return java(directory, Map.of(), arguments);
    }

    /** In an environment that names no directory of data, unless this one does. */
    private static Process java(Path directory, Map<String, String> environment, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.log").toFile());
        builder.environment().remove("SHOUXIN_DATA");
        builder.environment().putAll(environment);
        return builder.start();
    }

    public static RunningJar start(Path jar, Path directory, String... options) throws Exception {
        return start(List.of("-jar", jar.toString()), directory, options);
    }

    /** With these variables in the environment of the process. */
    public static RunningJar start(Path jar, Path directory, Map<String, String> environment, String... options)
            throws Exception {
        return start(List.of("-jar", jar.toString()), directory, environment, options);
    }

    /** Starts the JVM with these options of its own and those of the application. */
    public static RunningJar start(List<String> jvm, Path directory, String... options) throws Exception {
        return start(jvm, directory, Map.of(), options);
    }

    private static RunningJar start(
            List<String> jvm, Path directory, Map<String, String> environment, String... options) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> arguments = new ArrayList<>(jvm);
        arguments.add("--server.port=" + port);
        arguments.addAll(List.of(options));
        long start = System.nanoTime();
        Process process = java(directory, environment, arguments);
        try {
            awaitPage(process, URI.create("http://127.0.0.1:" + port + "/"), start);
            return new RunningJar(process, port, (System.nanoTime() - start) / 1e9);
        } catch (Exception e) {
            process.destroyForcibly();
            List<String> output = Files.readAllLines(directory.resolve("output.log"));
            output.subList(Math.max(0, output.size() - SHOWN_LINES), output.size())
                    .forEach(System.err::println);
            throw e;
        }
    }

    private static void awaitPage(Process process, URI page, long start) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(page)
                .timeout(LONGEST)
                .header("Accept", "text/html")
                .build();
        while (System.nanoTime() - start < LONGEST.toNanos()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The application ended before its first page");
            }
            try {
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200 && answer.body().contains("<html")) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new IllegalStateException("No first page within " + LONGEST);
    }

    /** From the start of the JVM to the whole first page. */
    public double seconds() {
        return seconds;
    }

    public long pid() {
        return process.pid();
    }

    /** The address of a path of the application. */
    public String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** Ends it without a word to it, as {@code kill -9} does: what it has started lives on. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
