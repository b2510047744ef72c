package io.shouxin.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.dependency.JsModule;
import io.shouxin.inbox.ui.TaskPanel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The built frontend gives each page the components that its class reaches. Panels of tasks reach the inbox by injection, so what
 * they use would be missing in browsers, without an error anywhere.
 */
class InboxComponentsTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.shouxin");

    @Test
    void the_inbox_brings_every_component_that_a_task_panel_shows() {
        Set<String> shown = new TreeSet<>();
        PRODUCT.stream()
                .filter(type -> !type.isInterface() && type.isAssignableTo(TaskPanel.class))
                .forEach(panel -> shown.addAll(componentsReachedFrom(panel)));

        assertThat(shown).contains("com.vaadin.flow.component.textfield.TextArea");
        assertThat(componentsReachedFrom(PRODUCT.get("io.shouxin.inbox.ui.InboxView")))
                .containsAll(shown);
    }

    private static Set<String> componentsReachedFrom(JavaClass start) {
        Set<String> components = new TreeSet<>();
        Set<JavaClass> seen = new HashSet<>(Set.of(start));
        Deque<JavaClass> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            JavaClass type = open.pop();
            if (type.isAnnotatedWith(JsModule.class) || type.isAnnotatedWith(JsModule.Container.class)) {
                components.add(type.getName());
            }
            if (type.getPackageName().startsWith("io.shouxin")) {
                type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(next -> !isRoute(next) && seen.add(next))
                        .forEach(open::push);
            }
        }
        return components;
    }

    /** A page that is only linked to brings its components itself. */
    private static boolean isRoute(JavaClass type) {
        return type.isAnnotatedWith("com.vaadin.flow.router.Route");
    }
}
