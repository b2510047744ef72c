package io.shouxin.record.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.shouxin.record.ImportState;
import io.shouxin.record.ImportView;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Chip;

/** How an import's state and progress look, on the list and on its own page. */
final class ImportLooks {

    private ImportLooks() {}

    static Chip chip(ImportView view, Texts texts) {
        return new Chip(
                switch (view.state()) {
                    case RECEIVED -> Chip.Tone.CALM;
                    case RUNNING, TRYING -> Chip.Tone.BUSY;
                    case NEEDS_MAPPING, TRIED, PAUSED -> Chip.Tone.WARN;
                    case COMPLETED -> Chip.Tone.OK;
                    case FAILED -> view.isGivenUp() ? Chip.Tone.PLAIN : Chip.Tone.LATE;
                },
                label(view, texts));
    }

    private static String label(ImportView view, Texts texts) {
        if (view.isGivenUp()) {
            return texts.get("imports.givenUp");
        }
        return view.isCutShort() ? texts.get("imports.cutShort") : texts.label(view.state());
    }

    /** The rows that were left out, and those that were never reached where the import ended early. */
    static String rejected(ImportView view, Texts texts) {
        String rejected = ImportResult.number(view.rejected(), texts);
        return view.rowsNotReached() == 0
                ? rejected
                : texts.get("imports.list.rejected.notReached", rejected, view.rowsNotReached());
    }

    static Component state(ImportView view, Texts texts) {
        return switch (view.state()) {
            case RUNNING, TRYING -> new Div(bar(view, texts), new Span(progress(view, texts)));
            default -> chip(view, texts);
        };
    }

    static String progress(ImportView view, Texts texts) {
        return switch (view.state()) {
            case RECEIVED -> texts.get("imports.waiting");
            case TRYING -> progress(view, "imports.trial.progress", view.rowsTried(), texts);
            default -> progress(view, "imports.progress", view.rowsDone(), texts);
        };
    }

    private static String progress(ImportView view, String key, int done, Texts texts) {
        return view.rows() == 0 ? texts.get("imports.reading") : texts.get(key, done, view.rows());
    }

    static Component running(ImportView view, Texts texts) {
        return new Div(
                new Paragraph(progress(view, texts)),
                bar(view, texts),
                new Paragraph(texts.get(
                        view.state() == ImportState.TRYING ? "imports.trial.progress.text" : "imports.progress.text")));
    }

    private static ProgressBar bar(ImportView view, Texts texts) {
        ProgressBar bar =
                new ProgressBar(0, 1, view.state() == ImportState.TRYING ? view.trialProgress() : view.progress());
        bar.setIndeterminate(view.rows() == 0);
        bar.getElement().setAttribute("aria-label", progress(view, texts));
        return bar;
    }

    static String fileName(ImportView view, Texts texts) {
        return view.fileName().isEmpty() ? texts.get("imports.file.unnamed") : view.fileName();
    }
}
