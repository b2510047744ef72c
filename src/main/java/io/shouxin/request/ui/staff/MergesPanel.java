package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.shouxin.match.Matches;
import io.shouxin.match.Matches.Merge;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.Toast;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;

/** Who was merged into a person, and how that is undone as long as it can be. */
final class MergesPanel {

    private MergesPanel() {}

    static Panel of(List<Merge> merges, Matches matches, Runnable then) {
        Texts texts = UiTexts.current();
        Panel panel = new Panel(texts.get("match.merges.title"));
        Div problems = new Div();
        problems.addClassName("problems");
        panel.add(problems);
        for (Merge merge : merges) {
            Div line = new Div(new Span(merge.reference() + " · "), new TimeText(merge.at()));
            panel.add(line);
            if (merge.obstacle().isPresent()) {
                panel.add(new Paragraph(
                        texts.get("match.obstacle." + merge.obstacle().get())));
            } else {
                panel.add(
                        new Paragraph(texts.get("match.undo.until", TimeText.text(texts, merge.undoUntil()))),
                        Buttons.quiet(texts.get("match.undo"), () -> ask(merge, matches, problems, then)));
            }
        }
        return panel;
    }

    private static void ask(Merge merge, Matches matches, Div problems, Runnable then) {
        Texts texts = UiTexts.current();
        ComponentTexts.confirm(
                        texts.get("match.undo.question"),
                        texts.get("match.undo.what"),
                        texts.get("match.undo"),
                        () -> undo(merge, matches, problems, then))
                .open();
    }

    private static void undo(Merge merge, Matches matches, Div problems, Runnable then) {
        problems.removeAll();
        try {
            matches.undo(merge.match());
        } catch (InvalidInput e) {
            problems.add(ErrorBox.of(e));
            return;
        }
        Toast.done(UiTexts.text("match.undo.done", merge.reference()));
        then.run();
    }
}
