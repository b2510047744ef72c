package io.shouxin.platform;

import java.nio.file.Path;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Takes the data directory before anything else starts, so that a second process is turned away at once. */
class DataDirectoryInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        DataDirectory data = DataDirectory.open(Path.of(environment.getProperty("shouxin.data", "data")));
        var beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton("dataDirectory", data);
        beans.registerDisposableBean("dataDirectory", data);
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }
}
