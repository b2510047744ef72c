package io.shouxin.platform.database;

import io.shouxin.platform.DataDirectory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/** Starts the embedded PostgreSQL while the context is still being read, which needs no database for its first half. */
class EarlyDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context.getEnvironment().containsProperty("spring.datasource.url")) {
            return;
        }
        var beans = (DefaultListableBeanFactory) context.getBeanFactory();
        DataDirectory data = beans.getBean(DataDirectory.class);
        DatabaseStart start = DatabaseStart.begin(data, DatabaseConfiguration.binaries(data, context.getEnvironment()));
        beans.registerSingleton("databaseStart", start);
        beans.registerDisposableBean("databaseStart", start);
    }

    /** After the data directory was taken. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
