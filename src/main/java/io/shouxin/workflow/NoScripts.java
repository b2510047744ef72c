package io.shouxin.workflow;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.jspecify.annotations.Nullable;

/** No script language exists for the engine. */
class NoScripts implements ScriptEngineResolver {

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        throw new UnsupportedOperationException("Scripting is off");
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        throw new UnsupportedOperationException("Scripting is off");
    }

    @Override
    public @Nullable ScriptEngine getScriptEngine(String language, boolean cache) {
        return null;
    }
}
