package io.shouxin.testing;

import io.shouxin.platform.database.DatabaseAccess;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives every application context of a test its own data directory and, unless the test asks for an embedded server of its own
 * with {@code shouxin.testing.own-server=true}, a fresh database of the shared one. A test that names its own directory is left
 * alone. Registered in {@code META-INF/spring.factories} of the tests: no test can touch a real installation by accident.
 */
class TemporaryInstallation implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (!"./data".equals(environment.getProperty("shouxin.data", "./data"))) {
            return;
        }
        Map<String, Object> properties = new HashMap<>();
        properties.put("shouxin.data", PostgresForTests.temporaryDirectory().toString());
        properties.put("shouxin.postgres.binaries", PostgresForTests.BINARIES.toString());
        boolean ownServer = environment.getProperty("shouxin.testing.own-server", Boolean.class, false);
        if (!ownServer && !environment.containsProperty("spring.datasource.url")) {
            DatabaseAccess access = PostgresForTests.freshDatabase().access();
            properties.put("spring.datasource.url", access.url());
            properties.put("shouxin.datasource.owner-password", access.owner().password());
            properties.put("shouxin.datasource.app-password", access.app().password());
            properties.put("shouxin.datasource.legal-password", access.legal().password());
            // A dozen contexts share the server's 40 connections while only one of them works.
            properties.put("spring.datasource.hikari.minimum-idle", 1);
            properties.put("spring.datasource.hikari.idle-timeout", 10_000);
        }
        environment.getPropertySources().addFirst(new MapPropertySource("temporary-installation", properties));
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
