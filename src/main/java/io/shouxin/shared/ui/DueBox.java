package io.shouxin.shared.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** What happens next and by when: always in sight on a client's case. */
public final class DueBox extends Div {

    /**
     * @param caption 我们承诺最晚答复
     * @param date the day in the person's words: 12 月 14 日（周一）
     * @param how how it was counted
     */
    public DueBox(String caption, String date, String how) {
        addClassName("due-box");
        add(line("caption", caption), line("date", date), line("how", how));
    }

    private static Span line(String className, String text) {
        Span span = new Span(text);
        span.addClassName(className);
        return span;
    }
}
