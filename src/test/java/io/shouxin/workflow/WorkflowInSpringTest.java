package io.shouxin.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shouxin.inbox.TaskEngine;
import io.shouxin.inbox.TaskLedger;
import io.shouxin.match.MatchSteps;
import io.shouxin.match.MatchWorkflow;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestSteps;
import io.shouxin.request.RequestWorkflow;
import io.shouxin.sweep.SweepSteps;
import io.shouxin.sweep.SweepWorkflow;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The module as Spring Boot puts it together: settings win over the starter's defaults, and nothing needs itself to be built. */
class WorkflowInSpringTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    CamundaBpmAutoConfiguration.class))
            .withUserConfiguration(Module.class)
            .withPropertyValues(
                    "spring.datasource.url=jdbc:h2:mem:spring-workflow;DB_CLOSE_DELAY=-1",
                    "camunda.bpm.job-execution.enabled=false",
                    "camunda.bpm.deployment-resource-pattern=classpath*:processes/**/*.bpmn",
                    "camunda.bpm.eventing.execution=false",
                    "camunda.bpm.eventing.history=false",
                    "camunda.bpm.eventing.task=false");

    @Test
    void a_case_starts_with_the_settings_of_the_module() {
        application.run(context -> {
            assertThat(context).hasNotFailed();
            ProcessEngine engine = context.getBean(ProcessEngine.class);
            ProcessEngineConfigurationImpl settings =
                    (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
            assertThat(settings.getExpressionManager()).isInstanceOf(AllowListExpressions.class);
            assertThat(settings.getVariableSerializers()
                            .getSerializerByName("string")
                            .getClass()
                            .getEnclosingClass())
                    .isEqualTo(VariableGuard.class);
            assertThat(settings.getHistoryLevel().getName()).isEqualTo("activity");
            assertThat(settings.getFailedJobRetryTimeCycle()).isEqualTo(EngineSettings.RETRY_PAUSES);

            RequestId request = new RequestId(UUID.randomUUID());
            context.getBean(RequestWorkflow.class).start(request);
            String job = engine.getManagementService()
                    .createJobQuery()
                    .singleResult()
                    .getId();
            engine.getManagementService().executeJob(job);
            verify(context.getBean(RequestSteps.class)).askForProof(request);
        });
    }

    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = "io.shouxin.workflow",
            excludeFilters = {
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "io\\.shouxin\\.workflow\\.decision\\..*"),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*")
            })
    static class Module {

        /** As in the product: steps and ledger need the engine, and the engine needs them. */
        @Bean
        RequestSteps steps(RequestWorkflow workflow) {
            RequestSteps steps = mock(RequestSteps.class);
            when(steps.proofDueAt(any())).thenReturn(ProcessTest.PROOF_DUE);
            return steps;
        }

        @Bean
        SweepSteps sweepSteps(SweepWorkflow workflow) {
            return mock(SweepSteps.class);
        }

        @Bean
        MatchSteps matchSteps(MatchWorkflow workflow) {
            return mock(MatchSteps.class);
        }

        @Bean
        TaskLedger ledger(TaskEngine engine) {
            return mock(TaskLedger.class);
        }
    }
}
