package io.shouxin.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.shared.ChinaTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.event.TransactionalEventListener;

/** Rules of docs and architecture that the compiler does not hold. */
class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.shouxin");

    @Test
    void only_the_workflow_module_knows_the_engine() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("io.shouxin.workflow..", "io.shouxin.platform.database..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda.."));
    }

    @Test
    void only_screens_and_the_shell_know_the_ui_framework() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("..ui..", "io.shouxin.shell..", "io.shouxin.identity.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin.."));
    }

    @Test
    void screens_and_controllers_use_services_and_never_their_details() {
        check(noClasses()
                .that()
                .resideInAnyPackage("..ui..", "..rest..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.shouxin..internal.."));
    }

    @Test
    void nothing_is_injected_into_fields() {
        check(fields().should().notBeAnnotatedWith(Autowired.class));
    }

    @Test
    void time_comes_from_the_clock() {
        check(noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now"));
    }

    @Test
    void only_one_place_says_in_which_zone_a_day_begins() {
        check(noClasses()
                .that()
                .doNotBelongToAnyOf(ChinaTime.class)
                .should()
                .callMethod(ZoneId.class, "of", String.class)
                .orShould()
                .callMethod(ZoneId.class, "systemDefault"));
    }

    @Test
    void no_query_of_the_engine_takes_an_expression() {
        check(noClasses()
                .that()
                .resideInAPackage("io.shouxin..")
                .should()
                .callMethodWhere(
                        new com.tngtech.archunit.base.DescribedPredicate<>("query method that takes an expression") {
                            @Override
                            public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
                                return call.getTargetOwner().getPackageName().startsWith("org.camunda")
                                        && call.getTargetOwner().getSimpleName().endsWith("Query")
                                        && call.getName().endsWith("Expression");
                            }
                        }));
    }

    @Test
    void every_kind_of_evidence_is_written_by_somebody() {
        assertThat(PRODUCT.get(EvidenceKind.class).getFields().stream()
                        .filter(field -> field.getRawType().isEquivalentTo(EvidenceKind.class))
                        .filter(field -> field.getAccessesToSelf().stream()
                                .allMatch(access -> access.getOriginOwner().isEquivalentTo(EvidenceKind.class))))
                .isEmpty();
    }

    @Test
    void delegates_are_small_and_hidden() {
        check(classes()
                .that()
                .implement("org.camunda.bpm.engine.delegate.JavaDelegate")
                .should()
                .bePackagePrivate());
    }

    @Test
    void no_listener_waits_for_a_commit_that_the_engine_makes() {
        check(methods().should().notBeAnnotatedWith(TransactionalEventListener.class));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCT);
    }
}
