package io.shouxin.operation.internal;

import io.shouxin.platform.backup.BackupRefused;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/**
 * The whole product on a database that came back, but deaf and idle: it listens on no port, runs no job of the engine and nothing by
 * the clock, sends nothing, and ends before it would say that it is ready.
 */
final class RestoredDatabase {

    private static final List<String> DEAF_AND_IDLE = List.of(
            "--server.port=-1",
            "--camunda.bpm.job-execution.enabled=false",
            "--shouxin.restoring=true",
            "--spring.main.log-startup-info=false",
            "--logging.level.root=warn");

    private final Class<?> product;
    private final List<String> options;
    private final Console console;
    private final boolean trial;
    private @Nullable RuntimeException failed;

    RestoredDatabase(Class<?> product, List<String> options, Console console, boolean trial) {
        this.product = product;
        this.options = options;
        this.console = console;
        this.trial = trial;
    }

    /** @throws BackupRefused if the database is not what it should be */
    void open() {
        SpringApplication application = new SpringApplication(product);
        application.addInitializers(context -> prepare((GenericApplicationContext) context));
        try {
            application.run(arguments().toArray(String[]::new));
        } catch (RuntimeException told) {
            throw new BackupRefused(told, "operation.restore.notOpened");
        }
        if (failed != null) {
            throw failed;
        }
    }

    /** An option that is written twice would have two values: the last one counts here. */
    private Collection<String> arguments() {
        Map<String, String> byName = new LinkedHashMap<>();
        Stream.concat(options.stream(), DEAF_AND_IDLE.stream())
                .forEach(option -> byName.put(option.split("=", 2)[0], option));
        return byName.values();
    }

    private void prepare(GenericApplicationContext context) {
        context.addBeanFactoryPostProcessor(beans -> ((BeanDefinitionRegistry) beans)
                .removeBeanDefinition(TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME));
        context.registerBean("restoredDatabase", ApplicationRunner.class, () -> arguments -> work(context));
    }

    /** Closed before its end, an application never says that it is ready, and nobody who waits for that begins. */
    private void work(ConfigurableApplicationContext context) {
        try {
            new RestoredLog(context, console, trial).work();
        } catch (RuntimeException e) {
            failed = e;
        } finally {
            context.close();
        }
    }
}
