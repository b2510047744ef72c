package io.shouxin.workflow;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/**
 * Expressions reach variables, the beans that the models may name, the methods of the one helper bean, and nothing else: no
 * properties or methods of any other object, so that {@code ${''.getClass()…}} leads nowhere (CVE-2026-109432 stays unpatched in
 * the community edition).
 */
class AllowListExpressions extends JuelExpressionManager {

    private final Function<String, @Nullable Object> beans;
    private final Class<?> helper;

    /**
     * @param beans gives the bean of an allowed name, null for any other name
     * @param helper the only type whose methods may be called
     */
    AllowListExpressions(Function<String, @Nullable Object> beans, Class<?> helper) {
        this.beans = beans;
        this.helper = helper;
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new AllowedOnly());
        return resolver;
    }

    private final class AllowedOnly extends ELResolver {

        private static final String BUSINESS_KEY = "processBusinessKey";
        private final BeanELResolver methods = new BeanELResolver(true);

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
            @Nullable Object value = null;
            if (base == null) {
                value = beans.apply(String.valueOf(property));
            } else if (base instanceof DelegateExecution execution && BUSINESS_KEY.equals(property)) {
                value = Objects.requireNonNull(execution.getProcessBusinessKey(), "business key");
            }
            if (value != null) {
                context.setPropertyResolved(true);
            }
            return value;
        }

        @Override
        public @Nullable Object invoke(
                ELContext context,
                Object base,
                Object method,
                Class<?> @Nullable [] types,
                Object @Nullable [] arguments) {
            boolean allowed = helper.isInstance(base)
                    && List.of(helper.getDeclaredMethods()).stream()
                            .anyMatch(declared -> declared.getName().equals(String.valueOf(method)));
            return allowed ? methods.invoke(context, base, method, types, arguments) : null;
        }

        @Override
        public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, @Nullable Object base, Object property, Object value) {
            throw new UnsupportedOperationException("Expressions do not change anything");
        }

        @Override
        public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
            return true;
        }

        @Override
        public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
            return null;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
            return Object.class;
        }
    }
}
