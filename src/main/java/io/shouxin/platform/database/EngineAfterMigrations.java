package io.shouxin.platform.database;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDependsOnDatabaseInitializationDetector;
import org.springframework.util.ClassUtils;

/**
 * Makes the process engine wait for the migrations: its starter does not, and would look for tables that are not there yet.
 * The type is named by a string because engine types belong to the module {@code workflow} alone.
 */
class EngineAfterMigrations extends AbstractBeansOfTypeDependsOnDatabaseInitializationDetector {

    private static final String ENGINE = "org.camunda.bpm.engine.ProcessEngine";

    @Override
    protected Set<Class<?>> getDependsOnDatabaseInitializationBeanTypes() {
        return Set.of(ClassUtils.resolveClassName(ENGINE, getClass().getClassLoader()));
    }
}
