package io.shouxin.workflow;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.io.Resources;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.managed.ManagedTransactionFactory;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/**
 * The engine's own SQL mappings for PostgreSQL, read in a thread of their own. The engine reads them by itself where it is not
 * given them; the result is the same.
 */
final class EngineMappings {

    private static final String NO_TABLE_PREFIX = "";

    private final FutureTask<Configuration> reading;

    private EngineMappings(FutureTask<Configuration> reading) {
        this.reading = reading;
    }

    static EngineMappings begin() {
        FutureTask<Configuration> reading = new FutureTask<>(EngineMappings::read);
        Thread thread = new Thread(reading, "engine-mappings");
        thread.setDaemon(true);
        thread.start();
        return new EngineMappings(reading);
    }

    private static Configuration read() throws IOException {
        Properties dialect = new Properties();
        dialect.setProperty("prefix", NO_TABLE_PREFIX);
        ProcessEngineConfigurationImpl.initSqlSessionFactoryProperties(dialect, NO_TABLE_PREFIX, "postgres");
        try (Reader mappings = new InputStreamReader(
                Resources.getResourceAsStream(
                        ProcessEngineConfigurationImpl.class.getClassLoader(),
                        ProcessEngineConfigurationImpl.DEFAULT_MYBATIS_MAPPING_FILE),
                StandardCharsets.UTF_8)) {
            return new XMLConfigBuilder(mappings, "", dialect).parse();
        }
    }

    /** Waits for them and gives them to an engine that has its data source and takes part in Spring's transactions. */
    void giveTo(ProcessEngineConfigurationImpl engine) {
        try {
            Configuration mappings = reading.get();
            mappings.setEnvironment(
                    new Environment("default", new ManagedTransactionFactory(), engine.getDataSource()));
            mappings.setDefaultStatementTimeout(engine.getJdbcStatementTimeout());
            if (engine.isJdbcBatchProcessing()) {
                mappings.setDefaultExecutorType(ExecutorType.BATCH);
            }
            engine.setSqlSessionFactory(new DefaultSqlSessionFactory(mappings));
        } catch (ExecutionException e) {
            throw new IllegalStateException("The engine's SQL mappings cannot be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the engine's SQL mappings were read", e);
        }
    }
}
