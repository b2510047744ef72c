package io.shouxin.workflow;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Begins to read the engine's SQL mappings, a sixth of the whole start, while the context is still being read. */
class EarlyMappings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String POSTGRESQL = "jdbc:postgresql:";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context.getEnvironment()
                .getProperty("spring.datasource.url", POSTGRESQL)
                .startsWith(POSTGRESQL)) {
            context.getBeanFactory().registerSingleton("engineMappings", EngineMappings.begin());
        }
    }
}
