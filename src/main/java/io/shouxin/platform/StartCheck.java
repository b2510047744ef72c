package io.shouxin.platform;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Asked at each start when the tables are there and before anything else uses them: no page, no job, no message yet. */
public interface StartCheck {

    /**
     * @param owner a session of the tables' owner
     * @throws StartRefusedException if the portal must not run on this database
     */
    void check(JdbcClient owner);
}
