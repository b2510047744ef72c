package io.shouxin.shared.ui;

import com.vaadin.flow.component.html.Div;

/** The shape of what is still loading. */
public final class SkeletonBlock extends Div {

    private SkeletonBlock(String className, int lines) {
        addClassNames("skeleton", className);
        getElement().setAttribute("aria-hidden", "true");
        for (int i = 0; i < lines; i++) {
            add(new Div());
        }
    }

    public static SkeletonBlock lines(int lines) {
        return new SkeletonBlock("lines", lines);
    }

    /** A card with a title and a sentence. */
    public static SkeletonBlock card() {
        return new SkeletonBlock("card", 2);
    }
}
