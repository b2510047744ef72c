package io.shouxin.shell.rest;

import io.shouxin.ShouxinApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** The whole application behind a real port, on PostgreSQL; the engine's jobs run when a test says so. All such tests share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ShouxinApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=false", "vaadin.launch-browser=false"})
@Import({ApiFirm.class, ApiCalls.class})
@interface ApiTest {}
