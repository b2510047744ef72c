package io.shouxin.inbox.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskPresenceTest {

    private static final UUID TASK = UUID.randomUUID();
    private static final UUID WANG = UUID.randomUUID();
    private static final UUID CHEN = UUID.randomUUID();

    private final TaskPresence presence = new TaskPresence();
    private final List<String> told = new ArrayList<>();

    @Test
    void several_windows_of_one_person_are_one_name_until_the_last_is_closed() {
        Runnable first = presence.enter(TASK, WANG, () -> {});
        Runnable second = presence.enter(TASK, WANG, () -> {});
        assertThat(presence.others(TASK, CHEN)).containsExactly(WANG);
        assertThat(presence.others(TASK, WANG)).isEmpty();
        first.run();
        first.run();
        assertThat(presence.others(TASK, CHEN)).containsExactly(WANG);
        second.run();
        assertThat(presence.others(TASK, CHEN)).isEmpty();
        assertThat(presence.size()).isZero();
    }

    @Test
    void only_who_has_the_same_task_open_is_told_and_a_burst_is_told_once() {
        presence.enter(TASK, CHEN, () -> told.add("Chen"));
        presence.enter(UUID.randomUUID(), UUID.randomUUID(), () -> told.add("somebody else"));
        presence.tell();
        told.clear();
        for (int i = 0; i < 5; i++) {
            presence.enter(TASK, WANG, () -> told.add("Wang")).run();
        }
        presence.tell();
        assertThat(told).containsExactly("Chen");
        presence.tell();
        assertThat(told).as("nothing has changed").hasSize(1);
    }

    @Test
    void a_page_that_cannot_be_told_keeps_nobody_else_from_hearing() {
        presence.enter(TASK, WANG, () -> {
            throw new IllegalStateException("closed");
        });
        presence.enter(TASK, CHEN, () -> told.add("Chen"));
        presence.tell();
        assertThat(told).containsExactly("Chen");
    }
}
