package io.shouxin.record.internal;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.record.FittingTemplate;
import io.shouxin.record.ImportColumn;
import io.shouxin.record.ImportState;
import io.shouxin.record.ImportTemplate;
import io.shouxin.record.ImportTemplates;
import io.shouxin.record.ImportView;
import io.shouxin.record.Imports;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.PlainText;
import io.shouxin.shared.StateRefused;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code import_template}. */
@Service
class TemplateService implements ImportTemplates {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_HEADER = 100;
    private static final int MOST = 200;

    /** Seven digits in a row, however they are parted, or a mail address: no name of a column, and perhaps somebody's data. */
    private static final Pattern SOMEBODYS = Pattern.compile("@|(\\d[\\s-]?){7}");

    private final JdbcClient jdbc;
    private final Imports imports;
    private final ImportRunner runner;
    private final ImportAccess access;
    private final EvidenceLog evidence;
    private final CurrentActor current;
    private final Clock clock;

    TemplateService(
            JdbcClient jdbc,
            Imports imports,
            ImportRunner runner,
            ImportAccess access,
            EvidenceLog evidence,
            CurrentActor current,
            Clock clock) {
        this.jdbc = jdbc;
        this.imports = imports;
        this.runner = runner;
        this.access = access;
        this.evidence = evidence;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public List<ImportTemplate> all() {
        if (access.branches(current.get()).isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT id, name, columns, created_at FROM import_template ORDER BY lower(name)")
                .query((rs, n) -> new ImportTemplate(
                        rs.getObject(1, UUID.class),
                        rs.getString(2),
                        TemplateColumns.of(rs.getString(3)).headers(),
                        rs.getTimestamp(4).toInstant()))
                .list();
    }

    @Override
    public List<FittingTemplate> fitting(UUID importId) {
        ImportView view = imports.get(importId);
        if (view.state() != ImportState.NEEDS_MAPPING) {
            return List.of();
        }
        boolean headless = headless(view.columns());
        boolean headed = view.headed() || headless;
        if (headless && !anyHeaded()) {
            return List.of();
        }
        List<ImportColumn> columns = headless ? columns(view, true) : view.columns();
        return jdbc.sql(
                        "SELECT name, columns FROM import_template WHERE headers = ? AND headed = ? ORDER BY lower(name)")
                .params(TemplateColumns.of(columns, Map.of()).print(), headed)
                .query((rs, n) -> new FittingTemplate(
                        rs.getString(1), TemplateColumns.of(rs.getString(2)).fieldsOf(columns), headed))
                .list();
    }

    private boolean anyHeaded() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM import_template WHERE headed)")
                .query(Boolean.class)
                .single();
    }

    private static boolean headless(List<ImportColumn> columns) {
        return columns.stream().allMatch(column -> column.header().isBlank());
    }

    /** The file's columns as they are called where its first row is the header, or is none. */
    private List<ImportColumn> columns(ImportView view, boolean headed) {
        return headed == view.headed()
                ? view.columns()
                : runner.waiting(view.id(), headed).map(ReadFile::columns).orElse(List.of());
    }

    @Override
    @Transactional
    public UUID save(UUID importId, String name, Map<Integer, String> columnToField, boolean firstRowIsHeader) {
        ImportView view = imports.get(importId);
        if (view.state() != ImportState.NEEDS_MAPPING) {
            throw new StateRefused("Import", importId, view.state(), "keep as a template");
        }
        String called = name(name);
        List<ImportColumn> columns = columns(view, firstRowIsHeader);
        TemplateColumns template = TemplateColumns.of(columns, ChosenColumns.of(columns, columnToField));
        check(template.headers());
        checkRoom();
        UUID id = UUID.randomUUID();
        unlessTaken(() -> jdbc.sql("""
                        INSERT INTO import_template (id, name, headers, headed, columns, created_by, created_at)
                        VALUES (?, ?, ?, ?, ?::jsonb, ?, ?)
                        """)
                .params(Arrays.asList(
                        id,
                        called,
                        template.print(),
                        firstRowIsHeader,
                        template.json(),
                        current.get().id(),
                        Timestamp.from(clock.instant())))
                .update());
        log(id, "TEMPLATE_SAVED", columns.size());
        return id;
    }

    @Override
    @Transactional
    public void rename(UUID template, String name) {
        checkImporter();
        String called = name(name);
        int changed = unlessTaken(() -> jdbc.sql("UPDATE import_template SET name = ? WHERE id = ?")
                .params(called, template)
                .update());
        checkThere(template, changed);
        log(template, "TEMPLATE_RENAMED", null);
    }

    @Override
    @Transactional
    public void delete(UUID template) {
        checkImporter();
        checkThere(
                template,
                jdbc.sql("DELETE FROM import_template WHERE id = ?")
                        .param(template)
                        .update());
        log(template, "TEMPLATE_DELETED", null);
    }

    private static void checkThere(UUID template, int changed) {
        if (changed == 0) {
            throw new NotFound("import template", template);
        }
    }

    private static int unlessTaken(IntSupplier change) {
        try {
            return change.getAsInt();
        } catch (DuplicateKeyException taken) {
            throw new InvalidInput("/name", "imports.template.name.taken");
        }
    }

    private void checkImporter() {
        if (access.branches(current.get()).isEmpty()) {
            throw new AccessRefused("Templates of imports");
        }
    }

    private void checkRoom() {
        int there = jdbc.sql("SELECT count(*) FROM import_template")
                .query(Integer.class)
                .single();
        if (there >= MOST) {
            throw new InvalidInput("", "imports.template.too-many", MOST);
        }
    }

    private static String name(String wanted) {
        String name = wanted.strip();
        if (name.isEmpty()
                || PlainText.length(name) > LONGEST_NAME
                || PlainText.unkeepable(name).isPresent()
                || SOMEBODYS.matcher(name).find()) {
            throw new InvalidInput("/name", "imports.template.name.wrong", LONGEST_NAME);
        }
        return name;
    }

    private static void check(List<String> headers) {
        if (headers.stream().allMatch(String::isEmpty)) {
            throw new InvalidInput("", "imports.template.headless");
        }
        boolean words = headers.stream()
                .allMatch(header -> PlainText.length(header) <= LONGEST_HEADER
                        && PlainText.unkeepable(header).isEmpty()
                        && !SOMEBODYS.matcher(header).find());
        if (!words) {
            throw new InvalidInput("", "imports.template.headers", LONGEST_HEADER);
        }
    }

    private void log(UUID template, String outcome, @Nullable Integer columns) {
        evidence.append(EvidenceEvent.of(EvidenceKind.SETTING_CHANGED, current.get())
                .target("import_template", template)
                .outcome(outcome)
                .detail("columns", columns)
                .build());
    }
}
