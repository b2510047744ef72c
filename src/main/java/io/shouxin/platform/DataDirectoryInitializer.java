package io.shouxin.platform;

import io.shouxin.platform.backup.Restore;
import java.nio.file.Path;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Takes the data directory before anything else starts, so that a second process is turned away at once. */
class DataDirectoryInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    /** Set by the command that restores, and by nobody else. */
    private static final String RESTORING = "shouxin.restoring";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        Path wanted = Path.of(environment.getProperty("shouxin.data", "data"));
        if (!environment.getProperty(RESTORING, Boolean.class, false)) {
            Restore.refuseIfUnfinished(wanted);
        }
        DataDirectory data = DataDirectory.open(wanted);
        var beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton("dataDirectory", data);
        beans.registerDisposableBean("dataDirectory", data);
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }
}
