package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.shouxin.request.RequestId;
import io.shouxin.request.Requesters;
import io.shouxin.request.Requesters.Candidate;
import io.shouxin.shared.PlainText;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import java.util.function.Consumer;

/** Who may be behind a request that names nobody: each is the one, or is ruled out. */
final class RequesterPanel extends Div {

    /** More than these share a number as a family does not. */
    private static final int MANY = 5;

    private static final int SHOWN = 30;

    private final Requesters requesters;
    private final RequestId id;
    private final Consumer<Candidate> isIt;
    private final Consumer<Candidate> isNot;
    private final Runnable noneOther;

    /**
     * @param isIt called when somebody is taken for the person who asks
     * @param isNot called when somebody is to be ruled out; draw again afterwards
     * @param noneOther called when all of another name are to be ruled out
     */
    RequesterPanel(
            Requesters requesters,
            RequestId id,
            Consumer<Candidate> isIt,
            Consumer<Candidate> isNot,
            Runnable noneOther) {
        this.requesters = requesters;
        this.id = id;
        this.isIt = isIt;
        this.isNot = isNot;
        this.noneOther = noneOther;
        draw();
    }

    void draw() {
        removeAll();
        List<Candidate> candidates = requesters.candidates(id);
        setVisible(!candidates.isEmpty());
        if (candidates.isEmpty()) {
            return;
        }
        Texts texts = UiTexts.current();
        Panel panel = new Panel(texts.get("staff.who.title"), new Paragraph(texts.get("staff.who.what")));
        candidates.stream().limit(SHOWN).forEach(each -> panel.add(line(each, texts)));
        if (candidates.size() > SHOWN) {
            panel.add(new Paragraph(texts.get("staff.who.more", candidates.size() - SHOWN)));
        }
        if (candidates.size() > MANY && candidates.stream().anyMatch(each -> !each.sameName())) {
            panel.add(Buttons.small(texts.get("staff.who.noneOther"), noneOther));
        }
        add(panel);
    }

    private Div line(Candidate candidate, Texts texts) {
        Div line = new Div(
                new Span(PlainText.isolated(candidate.name()) + " " + candidate.phone() + " " + candidate.idNumber()
                        + " "),
                Chip.plain(texts.get("staff.subjectKind." + candidate.kind().name())),
                candidate.sameName()
                        ? Chip.ok(texts.get("staff.who.sameName"))
                        : Chip.warn(texts.get("staff.who.otherName")));
        Div ways = new Div(
                Buttons.small(texts.get("staff.who.isIt"), () -> isIt.accept(candidate)),
                Buttons.small(texts.get("staff.who.isNot"), () -> isNot.accept(candidate)));
        ways.addClassName("settings-actions");
        line.add(ways);
        line.addClassName("written");
        return line;
    }
}
