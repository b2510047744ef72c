package io.shouxin.record.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.evidence.EvidenceReader;
import io.shouxin.record.FittingTemplate;
import io.shouxin.record.ImportState;
import io.shouxin.record.ImportTemplate;
import io.shouxin.record.ImportTemplates;
import io.shouxin.record.ImportView;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Corrected columns are kept for the next list of the kind. */
class ImportTemplatesTest extends ImportsOnADatabase {

    private final ImportTemplates templates;
    private final EvidenceReader evidence;

    @Autowired
    ImportTemplatesTest(Tools tools, ImportTemplates templates, EvidenceReader evidence) {
        super(tools);
        this.templates = templates;
        this.evidence = evidence;
    }

    @BeforeEach
    void noTemplates() {
        templates.all().forEach(template -> templates.delete(template.id()));
    }

    @Test
    void a_template_fits_the_next_list_with_the_same_headers_in_whatever_order_and_no_other() {
        UUID january = prepared("姓名,手机号,经纪,备注", "模板一,13911170001,张三,甲");
        templates.save(january, " 门店月报 ", Map.of(2, "STAFF"), false);
        assertThat(templates.all()).extracting(ImportTemplate::name).containsExactly("门店月报");

        UUID february = prepared("备注,经纪,姓名,手机号", "乙,李四,模板二,13911170002");
        FittingTemplate fitting = templates.fitting(february).get(0);
        assertThat(fitting.columnToField())
                .containsEntry(0, "NOTE")
                .containsEntry(1, "STAFF")
                .containsEntry(2, "NAME")
                .containsEntry(3, "PHONE");
        imports.map(february, fitting.columnToField(), fitting.firstRowIsHeader());
        ImportView done = finished(february);
        assertThat(done.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(done.columns().get(1).field()).isEqualTo("STAFF");

        assertThat(templates.fitting(prepared("姓名,手机号,备注", "模板三,13911170003,丙")))
                .isEmpty();
    }

    @Test
    void a_header_of_words_that_nobody_knows_is_kept_as_the_choice_of_the_first_row() {
        UUID first = prepared("甲某,乙某", "模板四,不详");
        assertThat(imports.get(first).columns())
                .allMatch(column -> column.header().isEmpty());
        templates.save(first, "旧系统", Map.of(0, "NAME", 1, "NOTE"), true);
        UUID next = prepared("甲某,乙某", "模板五,不知");
        assertThat(templates.fitting(next))
                .containsExactly(new FittingTemplate("旧系统", Map.of(0, "NAME", 1, "NOTE"), true));
        assertThat(templates.fitting(prepared("丙某,丁某", "模板六,不知"))).isEmpty();
    }

    @Test
    void what_could_be_somebodys_data_or_is_no_name_is_refused_in_words() {
        UUID headless = prepared("模板七,13911170007", "模板八,13911170008");
        assertThatThrownBy(() -> templates.save(headless, "无表头", Map.of(0, "NAME", 1, "PHONE"), false))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.textKey()).isEqualTo("imports.template.headless"));
        assertThatThrownBy(() -> templates.save(headless, "误当表头", Map.of(0, "NAME", 1, "PHONE"), true))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.textKey()).isEqualTo("imports.template.headers"));
        UUID list = prepared("姓名,手机号", "模板九,13911170009");
        for (String name : List.of("", "  ", "13911170009", "a@b.cn", "长".repeat(61))) {
            assertThatThrownBy(() -> templates.save(list, name, Map.of(), false))
                    .isInstanceOfSatisfying(
                            InvalidInput.class, e -> assertThat(e.pointer()).isEqualTo("/name"));
        }
        assertThat(templates.all()).isEmpty();
        imports.discard(list);
        assertThatThrownBy(() -> templates.save(list, "晚了", Map.of(), false)).isInstanceOf(StateRefused.class);
    }

    @Test
    void a_template_is_renamed_and_deleted_and_the_log_knows_of_it_without_words() {
        UUID list = prepared("姓名,手机号", "模板十,13911170010");
        UUID template = templates.save(list, "Alpha", Map.of(), false);
        templates.save(list, "Beta", Map.of(), false);
        assertThatThrownBy(() -> templates.rename(template, "beta"))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.textKey()).isEqualTo("imports.template.name.taken"));
        templates.rename(template, "Gamma");
        assertThat(templates.fitting(list)).extracting(FittingTemplate::name).containsExactly("Beta", "Gamma");
        templates.delete(template);
        assertThatThrownBy(() -> templates.rename(template, "Delta")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> templates.delete(template)).isInstanceOf(NotFound.class);
        assertThat(evidence.entriesBy(Objects.requireNonNull(Stage.actor.id()), 100).stream()
                        .filter(entry -> template.toString().equals(entry.targetId()))
                        .map(entry -> entry.outcome() + " " + entry.details())
                        .collect(Collectors.toList()))
                .containsExactlyInAnyOrder("TEMPLATE_SAVED {columns=2}", "TEMPLATE_RENAMED {}", "TEMPLATE_DELETED {}");
    }

    @Test
    void who_may_not_import_has_no_templates_and_another_branchs_file_gives_none() {
        UUID list = prepared("姓名,手机号", "模板十一,13911170011");
        UUID kept = templates.save(list, "本店", Map.of(), false);
        Stage.actor = clerk(UUID.randomUUID());
        assertThatThrownBy(() -> templates.fitting(list)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> templates.save(list, "别店", Map.of(), false)).isInstanceOf(NotFound.class);
        Stage.actor = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "legal", Set.of(), Set.of(branch));
        assertThat(templates.all()).isEmpty();
        assertThatThrownBy(() -> templates.rename(kept, "别名")).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> templates.delete(kept)).isInstanceOf(AccessRefused.class);
        Stage.actor = clerk(branch);
    }

    private UUID prepared(String... lines) {
        UUID id = imports.prepare("clients.csv", csv(lines), branch);
        reaches(id, ImportState.NEEDS_MAPPING);
        return id;
    }
}
