package io.shouxin.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs bpmnlint from {@code tools/bpmnlint}; its rules are in {@code .bpmnlintrc} there. */
class BpmnLintTest {

    private static final Path TOOL = Path.of("tools/bpmnlint").toAbsolutePath();

    @Test
    void every_model_passes_the_linter_without_a_warning() throws Exception {
        Path linter = TOOL.resolve("node_modules/bpmnlint/bin/bpmnlint.js");
        if (Files.notExists(linter)) {
            run(List.of("npm", "ci", "--no-audit", "--no-fund"));
        }
        List<String> command = new ArrayList<>(List.of("node", linter.toString(), "--max-warnings=0"));
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            files.filter(file -> file.toString().endsWith(".bpmn"))
                    .map(file -> TOOL.relativize(file.toAbsolutePath()).toString())
                    .sorted()
                    .forEach(command::add);
        }
        assertThat(command).hasSizeGreaterThan(5);
        run(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("bpmnlint", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(TOOL.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(3, TimeUnit.MINUTES);
            String said = Files.readString(output, StandardCharsets.UTF_8);
            if (!ended) {
                process.destroyForcibly();
            }
            assertThat(ended).as("%s ends in time: %s", command, said).isTrue();
            assertThat(process.exitValue()).as("%s: %s", command, said).isZero();
        } finally {
            Files.delete(output);
        }
    }
}
