package io.shouxin.record.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.shouxin.record.ImportState;
import io.shouxin.record.ImportTemplates;
import io.shouxin.record.ImportTrial;
import io.shouxin.record.ImportView;
import io.shouxin.record.ImporterNames;
import io.shouxin.record.Imports;
import io.shouxin.record.LeftOutRows;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.Toast;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One list: under way, waiting for its columns to be named, or what became of it. */
@Route("staff/imports/:import")
@RolesAllowed({"STAFF", "PRIVACY_OFFICER", "ADMINISTRATOR"})
class ImportDetailView extends LivePage implements BeforeEnterObserver, TitledView {

    private final Imports imports;
    private final ImportTemplates templates;
    private final LeftOutRows leftOut;
    private final ImporterNames names;
    private final Div progress = new Div();
    private @Nullable UUID id;
    private @Nullable ImportView shown;

    ImportDetailView(Imports imports, ImportTemplates templates, LeftOutRows leftOut, ImporterNames names) {
        this.imports = imports;
        this.templates = templates;
        this.leftOut = leftOut;
        this.names = names;
    }

    static boolean isUnderWay(ImportView view) {
        return switch (view.state()) {
            case RECEIVED, TRYING, RUNNING -> true;
            case NEEDS_MAPPING, TRIED, PAUSED, COMPLETED, FAILED -> false;
        };
    }

    @Override
    public String title() {
        return UiTexts.text("imports.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = event.getRouteParameters().get("import").orElse("");
        try {
            opened(UUID.fromString(asked));
        } catch (IllegalArgumentException e) {
            throw new NotFound("import", "of that form");
        }
    }

    /** Shows this import from now on. */
    void opened(UUID asked) {
        imports.get(asked);
        id = asked;
        shown = null;
    }

    @Override
    boolean refresh() {
        UUID asked = id;
        if (asked == null) {
            return false;
        }
        ImportView view = imports.get(asked);
        ImportView before = shown;
        if (!view.equals(before)) {
            shown = view;
            boolean onlyFurther = before != null
                    && isUnderWay(view)
                    && before.state() == view.state()
                    && before.rows() == view.rows();
            if (onlyFurther) {
                showProgress(view);
            } else {
                show(view);
            }
        }
        return isUnderWay(view);
    }

    /** The rest of the page stays, and with it the focus of whoever is about to press its button. */
    private void showProgress(ImportView view) {
        progress.removeAll();
        progress.add(ImportLooks.running(view, UiTexts.current()));
    }

    private void show(ImportView view) {
        Texts texts = UiTexts.current();
        removeAll();
        StaffPage page = new StaffPage(ImportLooks.fileName(view, texts));
        page.particulars(
                new RouteLink("staff/imports", texts.get("imports.back")),
                new TimeText(view.createdAt()),
                ImportLooks.chip(view, texts));
        UUID mends = view.mends();
        if (mends != null) {
            page.wide(new Notice(
                    Chip.Tone.PLAIN,
                    texts.get("imports.mends.title"),
                    texts.get("imports.mends.text"),
                    new RouteLink("staff/imports/" + mends, texts.get("imports.mends.link"))));
        }
        switch (view.state()) {
            case RECEIVED, RUNNING -> page.main(underWay(view, texts, "imports.pause", () -> imports.pause(view.id())));
            case TRYING ->
                page.main(underWay(view, texts, "imports.trial.stop", () -> imports.columnsAgain(view.id())));
            case TRIED -> tried(page, view, texts);
            case PAUSED -> page.main(paused(view, texts));
            case NEEDS_MAPPING ->
                page.main(new MappingPanel(imports, templates, view, () -> getUI().ifPresent(this::look)));
            case FAILED -> {
                page.wide(failed(view, texts));
                if (view.isCutShort()) {
                    written(page, view, texts);
                }
            }
            case COMPLETED -> {
                page.wide(Notice.done(texts.get("imports.done.title"), texts.get("imports.done.text")));
                written(page, view, texts);
            }
        }
        if (view.state().isFinished()
                && (view.rejected() > 0 || view.isCutShort() || view.state() == ImportState.COMPLETED)) {
            page.main(new RejectsPanel(imports, leftOut, names, view, () -> getUI().ifPresent(this::look)));
        }
        add(page);
    }

    private void written(StaffPage page, ImportView view, Texts texts) {
        page.main(ImportResult.figures(view, texts));
        if (!view.findings().isEmpty()) {
            page.main(new FindingsPanel(imports, view));
        }
        page.beside(ImportResult.categories(view, texts));
        columns(page, view, texts);
    }

    /** Their names are destroyed with the import's own data; a card without them says nothing. */
    private static void columns(StaffPage page, ImportView view, Texts texts) {
        if (!view.columns().isEmpty()) {
            page.beside(ImportResult.columns(view, texts));
        }
    }

    private Component underWay(ImportView view, Texts texts, String stop, Runnable stopping) {
        showProgress(view);
        Panel panel = new Panel(texts.label(view.state()), progress);
        if (view.rows() > 0) {
            panel.add(Buttons.quiet(texts.get(stop), () -> act(stopping)));
        }
        return panel;
    }

    private void tried(StaffPage page, ImportView view, Texts texts) {
        Div actions = new Div(
                Buttons.primary(texts.get("imports.trial.import"), () -> act(() -> imports.run(view.id()))),
                Buttons.quiet(texts.get("imports.trial.columns"), () -> act(() -> imports.columnsAgain(view.id()))),
                Discard.button(() -> act(() -> imports.discard(view.id()))));
        actions.addClassName("actions");
        page.wide(new Notice(Chip.Tone.OK, texts.get("imports.trial.title"), texts.get("imports.trial.text"), actions));
        ImportTrial trial = view.trial();
        if (trial != null) {
            page.main(TrialPanels.of(view, trial, texts));
            page.beside(ImportResult.trialCategories(view.as(trial), texts));
        }
        columns(page, view, texts);
    }

    private Component paused(ImportView view, Texts texts) {
        Div actions = new Div(
                Buttons.primary(texts.get("imports.resume"), () -> act(() -> imports.resume(view.id()))),
                Buttons.quiet(texts.get("imports.giveUp"), () -> ComponentTexts.confirm(
                                texts.get("imports.giveUp.title"),
                                texts.get("imports.giveUp.text", view.rowsDone()),
                                texts.get("imports.giveUp"),
                                () -> act(() -> imports.giveUp(view.id())))
                        .open()));
        actions.addClassName("actions");
        UUID by = view.pausedBy();
        Instant at = view.pausedAt();
        return new Notice(
                Chip.Tone.WARN,
                texts.get("imports.paused.title"),
                texts.get(
                        "imports.paused.text",
                        by == null ? texts.get("imports.paused.system") : names.nameOf(by),
                        at == null ? "" : TimeText.text(texts, at),
                        view.rowsDone(),
                        view.rows()),
                actions);
    }

    /** Somebody else may have been quicker; the page then shows how things stand. */
    private void act(Runnable step) {
        try {
            step.run();
        } catch (StateRefused | NotFound gone) {
            Toast.problem(UiTexts.text("imports.mapping.gone"));
        }
        getUI().ifPresent(this::look);
    }

    private static String failedTitle(ImportView view, Texts texts) {
        if (view.isGivenUp()) {
            return texts.get("imports.givenUp.title");
        }
        return texts.get(view.isCutShort() ? "imports.cutShort.title" : "imports.failed.title");
    }

    private static Component failed(ImportView view, Texts texts) {
        String key = view.failureKey() == null ? "imports.failure.UPLOAD_MISSING" : view.failureKey();
        return new Notice(
                view.isGivenUp() ? Chip.Tone.PLAIN : Chip.Tone.LATE,
                failedTitle(view, texts),
                texts.get(key, view.failureArguments().toArray()),
                new RouteLink("staff/imports", texts.get("imports.failed.again")));
    }
}
