package io.shouxin.inbox.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.inbox.TasksChanged;
import io.shouxin.inbox.ViewsChanged;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TaskBroadcastTest {

    private final TaskBroadcast broadcast = new TaskBroadcast();
    private final AtomicInteger lists = new AtomicInteger();
    private final AtomicInteger counts = new AtomicInteger();

    @Test
    void counts_are_told_once_for_many_changes_and_not_at_all_without_one() {
        broadcast.listen(branches -> lists.incrementAndGet());
        broadcast.listenForCounts(counts::incrementAndGet);
        for (int burst = 0; burst < 3; burst++) {
            for (int i = 0; i < 100; i++) {
                broadcast.on(new TasksChanged(UUID.randomUUID()));
            }
            broadcast.tell();
        }
        broadcast.tellCounters();
        broadcast.tellCounters();
        assertThat(lists).hasValue(3);
        assertThat(counts).hasValue(1);
    }

    @Test
    void what_changed_after_the_last_count_is_counted_too() {
        broadcast.listenForCounts(counts::incrementAndGet);
        broadcast.on(new TasksChanged(UUID.randomUUID()));
        broadcast.tell();
        broadcast.tellCounters();
        broadcast.on(new TasksChanged(UUID.randomUUID()));
        broadcast.tell();
        broadcast.tellCounters();
        assertThat(counts).hasValue(2);
    }

    @Test
    void a_change_of_a_shared_view_has_the_views_read_anew_and_no_rows() {
        broadcast.listen(branches -> lists.incrementAndGet());
        broadcast.listenForCounts(counts::incrementAndGet);
        broadcast.on(new ViewsChanged());
        broadcast.tell();
        broadcast.tellCounters();
        assertThat(counts).hasValue(1);
        assertThat(lists).hasValue(0);
    }

    @Test
    void one_page_that_cannot_be_told_keeps_nobody_else_from_hearing() {
        broadcast.listenForCounts(() -> {
            throw new IllegalStateException("closed");
        });
        Runnable stop = broadcast.listenForCounts(counts::incrementAndGet);
        broadcast.on(new TasksChanged(UUID.randomUUID()));
        broadcast.tell();
        broadcast.tellCounters();
        stop.run();
        broadcast.on(new TasksChanged(UUID.randomUUID()));
        broadcast.tell();
        broadcast.tellCounters();
        assertThat(counts).hasValue(1);
    }
}
