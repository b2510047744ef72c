package io.shouxin.operation.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What a command works on: found in the same places as the portal's own configuration, without starting anything.
 *
 * @param words the command and what stands behind it
 * @param options as the portal would get them
 * @param ledger the record of erasures where the portal expects it
 * @param givenLedger the newest copy of that record, named on the command line
 */
public record Settings(
        List<String> words,
        List<String> options,
        Path data,
        Path keys,
        Path ledger,
        Path binaries,
        Duration window,
        boolean external,
        @Nullable Path givenLedger,
        boolean withoutLedger,
        boolean prune) {

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    public static Settings of(List<String> arguments) {
        DefaultApplicationArguments given = new DefaultApplicationArguments(arguments.toArray(String[]::new));
        List<String> options =
                arguments.stream().filter(word -> word.startsWith("-")).toList();
        SpringApplication reader = new SpringApplication(Nothing.class);
        reader.setWebApplicationType(WebApplicationType.NONE);
        reader.setInitializers(List.of());
        reader.setBannerMode(Banner.Mode.OFF);
        reader.setLogStartupInfo(false);
        try (ConfigurableApplicationContext context = reader.run(options.toArray(String[]::new))) {
            ConfigurableEnvironment environment = context.getEnvironment();
            Path data = Path.of(environment.getProperty("shouxin.data", "data"));
            String binaries = environment.getProperty("shouxin.postgres.binaries", "");
            List<String> ledger = given.getOptionValues("ledger");
            return new Settings(
                    given.getNonOptionArgs(),
                    options,
                    data,
                    Path.of(environment.getRequiredProperty("shouxin.keys.file")),
                    Path.of(environment.getRequiredProperty("shouxin.ledger.file")),
                    binaries.isEmpty() ? data.resolve("pgbin") : Path.of(binaries),
                    DurationStyle.detectAndParse(environment.getProperty("shouxin.keys.backup-window", "30d")),
                    environment.containsProperty("spring.datasource.url"),
                    ledger == null || ledger.isEmpty() ? null : Path.of(ledger.get(0)),
                    given.containsOption("without-ledger"),
                    given.containsOption("prune"));
        }
    }

    String word() {
        return words.get(0);
    }

    /** What stands behind the command, if one thing does. */
    @Nullable Path target() {
        return words.size() == 2 ? Path.of(words.get(1)) : null;
    }
}
