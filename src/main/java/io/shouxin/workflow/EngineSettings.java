package io.shouxin.workflow;

import io.shouxin.inbox.TaskLedger;
import io.shouxin.workflow.delegate.CaseFacts;
import io.shouxin.workflow.delegate.ProcessBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * How the engine is set: nothing that a text could exploit, nothing about a person in history, retries with growing pauses.
 * Comes last of the plugins, so that no default overrides it. Beans are looked up when first used: they need the engine themselves.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EngineSettings extends AbstractProcessEnginePlugin {

    /** First try, then again after each of these pauses; then the case becomes a technical task in the inbox. */
    static final String RETRY_PAUSES = "PT10S,PT1M,PT10M,PT1H";

    private final ListableBeanFactory beans;
    private final ObjectProvider<EngineMappings> mappings;

    EngineSettings(ListableBeanFactory beans, ObjectProvider<EngineMappings> mappings) {
        this.beans = beans;
        this.mappings = mappings;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        Supplier<TaskLedger> ledger = () -> beans.getBean(TaskLedger.class);
        engine.setExpressionManager(new AllowListExpressions(this::processBean, CaseFacts.class));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setQueryMaxResultsLimit(1000);
        engine.setHistory(ProcessEngineConfiguration.HISTORY_ACTIVITY);
        engine.setFailedJobRetryTimeCycle(RETRY_PAUSES);

        mappings.ifAvailable(early -> early.giveTo(engine));

        List<BpmnParseListener> parsing = copyOf(engine.getCustomPostBPMNParseListeners());
        parsing.add(new InboxParseListener(new InboxTaskListener(ledger)));
        engine.setCustomPostBPMNParseListeners(parsing);

        List<IncidentHandler> incidents = copyOf(engine.getCustomIncidentHandlers());
        incidents.add(new TechnicalIncidents(ledger));
        engine.setCustomIncidentHandlers(incidents);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        VariableGuard.install(engine);
    }

    private @Nullable Object processBean(String name) {
        return beans.containsBean(name) && beans.findAnnotationOnBean(name, ProcessBean.class) != null
                ? beans.getBean(name)
                : null;
    }

    private static <T> List<T> copyOf(@Nullable List<T> list) {
        return list == null ? new ArrayList<>() : new ArrayList<>(list);
    }
}
