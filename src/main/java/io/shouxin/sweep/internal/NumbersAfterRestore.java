package io.shouxin.sweep.internal;

import io.shouxin.platform.backup.DatabaseRestored;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A database that came back from a back-up does not know the numbers given out since: none is given a second time. */
@Component
class NumbersAfterRestore {

    /** More sweeps than come between two back-ups of any firm. */
    private static final int LEFT_OUT = 1_000;

    private final JdbcClient jdbc;

    NumbersAfterRestore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void skip(DatabaseRestored restored) {
        jdbc.sql("SELECT setval('sweep_number', nextval('sweep_number') + ?)")
                .param(LEFT_OUT)
                .query(Long.class)
                .single();
    }
}
