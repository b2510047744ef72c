package io.shouxin.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.shouxin.document.CheckedFile;
import io.shouxin.document.FileProblem;
import io.shouxin.document.FileRefused;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FileBenchTest {

    private static final CheckedFile FILE = new CheckedFile(CheckedFile.JPEG, new byte[] {1});

    private final FileBench bench = new FileBench(Duration.ofMillis(200), Duration.ofMillis(200), Thread::new);
    private final Logger log = (Logger) LoggerFactory.getLogger(FileBench.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void listenNoMore() {
        log.detachAppender(lines);
    }

    @Test
    void work_that_does_not_end_is_told_to_stop_and_the_next_file_has_its_turn() {
        refused(FileBenchTest::workUntilToldToStop, FileProblem.TOO_SLOW);
        assertThat(new FileBench().run(() -> FILE)).isEqualTo(FILE);
        assertThat(bench.run(() -> FILE)).isEqualTo(FILE);
        assertThat(lines.list).isEmpty();
    }

    @Test
    void while_one_file_lies_on_the_bench_no_other_does() {
        CountDownLatch end = new CountDownLatch(1);
        refused(() -> deaf(end), FileProblem.TOO_SLOW);
        assertThat(lines.list).singleElement().satisfies(line -> assertThat(line.getLevel())
                .isEqualTo(Level.ERROR));
        refused(() -> FILE, FileProblem.BUSY);
        end.countDown();
        assertThat(bench.run(() -> FILE)).isEqualTo(FILE);
    }

    @Test
    void a_machine_without_a_thread_to_spare_does_not_close_the_bench_for_ever() {
        AtomicBoolean spare = new AtomicBoolean();
        FileBench poor = new FileBench(Duration.ofMillis(200), Duration.ofMillis(200), job -> {
            if (!spare.get()) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            return new Thread(job);
        });
        assertThatThrownBy(() -> poor.run(() -> FILE)).isInstanceOf(OutOfMemoryError.class);
        spare.set(true);
        assertThat(poor.run(() -> FILE)).isEqualTo(FILE);
    }

    @Test
    void whatever_a_reader_stumbles_over_is_a_damaged_file() {
        refused(
                () -> {
                    throw new ArrayIndexOutOfBoundsException();
                },
                FileProblem.DAMAGED);
        refused(() -> deeper(0), FileProblem.DAMAGED);
        assertThat(bench.run(() -> FILE)).isEqualTo(FILE);
    }

    private static CheckedFile deeper(int level) {
        return level < 0 ? FILE : deeper(level + 1);
    }

    private static CheckedFile workUntilToldToStop() {
        while (true) {
            FileBench.goOn();
            Thread.onSpinWait();
        }
    }

    /** Does not hear that nobody waits for it any more. */
    private static CheckedFile deaf(CountDownLatch end) {
        boolean ended = false;
        while (!ended) {
            try {
                end.await();
                ended = true;
            } catch (InterruptedException e) {
                ended = false;
            }
        }
        return FILE;
    }

    private void refused(Supplier<CheckedFile> job, FileProblem problem) {
        assertThatThrownBy(() -> bench.run(job))
                .isInstanceOfSatisfying(FileRefused.class, refused -> assertThat(refused.problem())
                        .isEqualTo(problem));
    }
}
