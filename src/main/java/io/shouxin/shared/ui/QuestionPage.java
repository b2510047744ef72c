package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/**
 * One question, one page: progress, title, lead, content, and the main action at the bottom edge under the thumb.
 * Every part but the title is optional. A page without steps (a guide, a result) uses it too.
 */
public final class QuestionPage extends Section {

    private final Div progress = part("progress");
    private final Div top = part("page-top");
    private final Div content = part("page-content");
    private final Div bar = part("action-bar");
    private final H1 heading;

    public QuestionPage(String title) {
        addClassName("question-page");
        heading = new H1(title);
        heading.getElement().setAttribute("tabindex", "-1");
        top.add(heading);
        progress.setVisible(false);
        bar.setVisible(false);
        add(progress, top, content, bar);
    }

    /** Shows 第 3 步，共 5 步 and how far that is. */
    public QuestionPage step(int number, int of) {
        return step(number, of, UiTexts.text("ui.step", number, of));
    }

    /** The same in words of the caller's own. */
    public QuestionPage step(int number, int of, String line) {
        if (number < 1 || number > of) {
            throw new IllegalArgumentException("step " + number + " of " + of);
        }
        progress.removeAll();
        Div done = part("done");
        done.getStyle().setWidth(Math.round(100f * number / of) + "%");
        progress.add(done);
        progress.getElement().setAttribute("aria-hidden", "true");
        progress.setVisible(true);
        return above(line);
    }

    /** Shows 第 1 步 alone, where an answer still decides how many there will be. */
    public QuestionPage step(int number) {
        return above(UiTexts.text("ui.step-open", number));
    }

    /** A small line over the title: the step, or 编号 SC-2026-000482 · 删除. */
    public QuestionPage above(String line) {
        Paragraph above = new Paragraph(line);
        above.addClassName("above");
        top.addComponentAtIndex(top.indexOf(heading), above);
        return this;
    }

    /** What this page is for, in one sentence. */
    public QuestionPage lead(String sentence) {
        Paragraph lead = new Paragraph(sentence);
        lead.addClassName("lead");
        top.add(lead);
        return this;
    }

    /** A link back, over everything else; the browser's own Back must lead to the same place. */
    public QuestionPage back(String route) {
        RouteLink back = new RouteLink(route, UiTexts.text("ui.back"));
        back.addClassName("back-link");
        top.addComponentAsFirst(back);
        return this;
    }

    public QuestionPage content(Component... parts) {
        content.add(parts);
        return this;
    }

    /** Replaces the content, e.g. to show an error above the field that was sent. */
    public QuestionPage replaceContent(Component... parts) {
        content.removeAll();
        return content(parts);
    }

    public QuestionPage primary(String text, Runnable action) {
        primaryButton(text, action);
        return this;
    }

    /** Like {@link #primary}, for callers that enable or name the button later. */
    public Button primaryButton(String text, Runnable action) {
        Button button = Buttons.primary(text, action);
        return intoBar(button);
    }

    /**
     * Two answers of equal weight, for consent: neither may be made more inviting than the other (PIPL Art. 14:
     * voluntary; GB/T 42574).
     */
    public QuestionPage answers(String no, Runnable refuse, String yes, Runnable agree) {
        intoBar(Buttons.quiet(no, refuse));
        intoBar(Buttons.quiet(yes, agree));
        return this;
    }

    /** A second, quieter action of the same size beside the primary one. */
    public QuestionPage secondary(String text, Runnable action) {
        intoBar(Buttons.quiet(text, action));
        return this;
    }

    private Button intoBar(Button button) {
        button.addThemeVariants(ButtonVariant.LUMO_LARGE);
        bar.add(button);
        bar.setVisible(true);
        return button;
    }

    private static Div part(String className) {
        Div div = new Div();
        div.addClassName(className);
        return div;
    }
}
