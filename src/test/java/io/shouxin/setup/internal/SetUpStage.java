package io.shouxin.setup.internal;

import io.shouxin.testing.SetClock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that a test sets, and a console that it reads. */
@TestConfiguration
public class SetUpStage {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/setup#([A-Za-z0-9_-]{32})");

    @Bean
    @Primary
    SetClock setClock() {
        return new SetClock();
    }

    @Bean
    Console console() {
        return new Console();
    }

    /** What was printed. */
    public static final class Console implements SetUpConsole {

        private final List<String> printed = new CopyOnWriteArrayList<>();

        @Override
        public void print(String lines) {
            printed.add(lines);
        }

        public List<String> printed() {
            return printed;
        }

        /** The secret of the newest link. */
        public String secret() {
            Matcher link = LINK.matcher(printed.get(printed.size() - 1));
            if (!link.find()) {
                throw new AssertionError("No link was printed");
            }
            return link.group(1);
        }
    }
}
