package io.shouxin.platform;

import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says in one line where the portal listens and where its data are: the first thing an operator asks. */
@Component
class StartReport {

    private static final Logger log = LoggerFactory.getLogger(StartReport.class);

    private final DataDirectory data;
    private final JdbcConnectionDetails database;

    StartReport(DataDirectory data, JdbcConnectionDetails database) {
        this.data = data;
        this.database = database;
    }

    @EventListener
    void report(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof ServletWebServerApplicationContext web
                && web.getWebServer() != null
                && web.getWebServer().getPort() > 0) {
            String host = web.getEnvironment().getProperty("server.address", "all addresses");
            log.info(
                    "Shouxin listens on http://{}:{} | data in {} | database at {}",
                    host,
                    web.getWebServer().getPort(),
                    data.path(),
                    address(database.getJdbcUrl()));
        }
    }

    /** Host, port and name only: a JDBC URL may carry a password among its parameters. */
    private static String address(String jdbcUrl) {
        URI uri = URI.create(jdbcUrl.substring("jdbc:".length()));
        return uri.getHost() == null ? "a configured address" : uri.getHost() + ":" + uri.getPort() + uri.getPath();
    }
}
