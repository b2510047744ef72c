package io.shouxin.record.internal;

import io.shouxin.platform.LedgerProperties;
import io.shouxin.record.ErasureEntry;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of erasures outside, compared with the database that the application works on. */
@Component
public class ErasedOutside {

    private final ErasureFile file;
    private final JdbcClient jdbc;

    ErasedOutside(LedgerProperties properties, JdbcClient jdbc) {
        this.file = new ErasureFile(properties.file());
        this.jdbc = jdbc;
    }

    /** What the record has and the database has not, oldest first. */
    public List<ErasureEntry> undone() {
        return UndoneErasures.of(file, jdbc);
    }
}
