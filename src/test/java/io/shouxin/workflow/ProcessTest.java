package io.shouxin.workflow;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;

import io.shouxin.inbox.TaskLedger;
import io.shouxin.match.MatchSteps;
import io.shouxin.request.ProcessTrace;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestSteps;
import io.shouxin.sweep.SweepSteps;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The models on an engine in memory with the real settings; the domain is a mock, jobs run when the test says so. */
abstract class ProcessTest {

    static final Instant DUE = Instant.parse("2026-12-11T16:00:00Z");
    static final Instant PROOF_DUE = Instant.parse("2026-12-12T16:00:00Z");

    static final RequestSteps steps = mock(RequestSteps.class);
    static final SweepSteps sweepSteps = mock(SweepSteps.class);
    static final MatchSteps matchSteps = mock(MatchSteps.class);
    static final TaskLedger ledger = mock(TaskLedger.class);
    static final AnnotationConfigApplicationContext beans = beans();
    static final ProcessEngine engine = engine();

    final CamundaRequestWorkflow workflow =
            new CamundaRequestWorkflow(engine.getRuntimeService(), engine.getHistoryService());
    final CamundaTaskEngine taskEngine =
            new CamundaTaskEngine(engine.getTaskService(), engine.getRuntimeService(), engine.getManagementService());
    final RequestId request = new RequestId(UUID.randomUUID());

    private static AnnotationConfigApplicationContext beans() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(RequestSteps.class, () -> steps);
        context.registerBean(SweepSteps.class, () -> sweepSteps);
        context.registerBean(MatchSteps.class, () -> matchSteps);
        context.registerBean("ledger", TaskLedger.class, () -> ledger);
        context.registerBean("forbiddenBean", StringBuilder.class, () -> new StringBuilder("secret"));
        context.scan("io.shouxin.workflow.delegate");
        context.refresh();
        return context;
    }

    private static ProcessEngine engine() {
        ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:workflow;DB_CLOSE_DELAY=-1");
        configuration.setJobExecutorActivate(false);
        configuration
                .getProcessEnginePlugins()
                .add(new EngineSettings(beans, beans.getBeanProvider(EngineMappings.class)));
        ProcessEngine engine = configuration.buildProcessEngine();
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        for (Resource model : models()) {
            try (InputStream in = model.getInputStream()) {
                deployment.addInputStream(model.getFilename(), in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        deployment.deploy();
        return engine;
    }

    static List<Resource> models() {
        try {
            return List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:processes/**/*.bpmn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void a_case_in_which_everything_goes_well() {
        AbstractAssertions.init(engine);
        reset(steps, sweepSteps, matchSteps, ledger);
        lenient().when(steps.identitySuffices(request)).thenReturn(true);
        lenient().when(steps.dueAt(any())).thenReturn(DUE);
        lenient().when(matchSteps.dueAt(any())).thenReturn(DUE);
        lenient().when(steps.proofDueAt(any())).thenReturn(PROOF_DUE);
        lenient().when(steps.beginErasure(request)).thenReturn(List.of("vault"));
        lenient().when(steps.verifyErasure(eq(request), any())).thenReturn(true);
    }

    @AfterEach
    void forget() {
        engine.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list().stream()
                .map(ProcessInstance::getId)
                .forEach(id -> engine.getRuntimeService().deleteProcessInstance(id, "test over"));
    }

    /** Runs what is due without a date, as the job executor would, until the case waits for somebody. */
    final void work() {
        List<Job> jobs;
        while (!(jobs = jobs()).isEmpty()) {
            engine.getManagementService().executeJob(jobs.get(0).getId());
        }
    }

    final List<Job> jobs() {
        return engine.getManagementService()
                .createJobQuery()
                .messages()
                .withRetriesLeft()
                .list();
    }

    final void fire(String timer) {
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .activityId(timer)
                        .singleResult()
                        .getId());
    }

    final Task task(String kind) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(request.toString())
                .taskDefinitionKey(kind)
                .singleResult();
    }

    final void decide(String kind, String outcome) {
        taskEngine.complete(task(kind).getId(), Map.of(Variables.OUTCOME, outcome));
        work();
    }

    final void start() {
        workflow.start(request);
        work();
    }

    final ProcessTrace trace() {
        return workflow.trace(request);
    }

    final boolean ended() {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(request.toString())
                        .count()
                == 0;
    }
}
