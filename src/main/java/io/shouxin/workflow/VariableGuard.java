package io.shouxin.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.variable.serializer.BooleanValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.DefaultVariableSerializers;
import org.camunda.bpm.engine.impl.variable.serializer.IntegerValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.StringValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.BooleanValue;
import org.camunda.bpm.engine.variable.value.IntegerValue;
import org.camunda.bpm.engine.variable.value.StringValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * The one door through which a value enters the engine's tables: it lets codes, flags and counts through and refuses whatever
 * {@link Variables} does not allow. Values of any other type (objects, files, bytes) cannot be stored at all. A
 * refusal names neither the value nor an unknown name, because both could hold personal data.
 */
final class VariableGuard {

    private VariableGuard() {}

    /** Puts guarded serializers in the place of the engine's own and refusals in the place of all others. */
    static void install(ProcessEngineConfigurationImpl engine) {
        DefaultVariableSerializers serializers = (DefaultVariableSerializers) engine.getVariableSerializers();
        List<TypedValueSerializer<?>> guarded = new ArrayList<>(List.of(new Codes(), new Flags(), new Counts()));
        Set<String> names = guarded.stream().map(TypedValueSerializer::getName).collect(Collectors.toSet());
        serializers.getSerializers().stream()
                .filter(other -> !names.contains(other.getName()))
                .map(Refused::new)
                .forEach(guarded::add);
        serializers.setSerializerList(guarded);
    }

    private static void check(String name, @Nullable Object value) {
        if (value == null || !Variables.allows(name, value)) {
            throw refusal(Variables.names().contains(name) ? "a value of " + name : "an unknown variable");
        }
    }

    private static final class Codes extends StringValueSerializer {
        @Override
        public void writeValue(StringValue value, ValueFields fields) {
            check(fields.getName(), value.getValue());
            super.writeValue(value, fields);
        }
    }

    private static final class Flags extends BooleanValueSerializer {
        @Override
        public void writeValue(BooleanValue value, ValueFields fields) {
            check(fields.getName(), value.getValue());
            super.writeValue(value, fields);
        }
    }

    private static final class Counts extends IntegerValueSerializer {
        @Override
        public void writeValue(IntegerValue value, ValueFields fields) {
            check(fields.getName(), value.getValue());
            super.writeValue(value, fields);
        }
    }

    private static IllegalArgumentException refusal(String what) {
        return new IllegalArgumentException("Processes hold codes, flags and system ids only; refused: " + what);
    }

    /** Takes a type that may not be stored, so that the engine does not answer with a message that holds the value. */
    private record Refused(TypedValueSerializer<?> original) implements TypedValueSerializer<TypedValue> {

        @Override
        public String getName() {
            return original.getName();
        }

        @Override
        public ValueType getType() {
            return original.getType();
        }

        @Override
        public boolean canHandle(TypedValue value) {
            return original.canHandle(value);
        }

        @Override
        public TypedValue convertToTypedValue(UntypedValueImpl value) {
            throw refusal("a value of type " + getName());
        }

        @Override
        public void writeValue(TypedValue value, ValueFields fields) {
            throw refusal("a value of type " + getName());
        }

        @Override
        public TypedValue readValue(ValueFields fields, boolean deserialize, boolean isTransient) {
            throw refusal("a value of type " + getName());
        }

        @Override
        public @Nullable String getSerializationDataformat() {
            return original.getSerializationDataformat();
        }

        @Override
        public boolean isMutableValue(TypedValue value) {
            return false;
        }
    }
}
