package io.shouxin.shared.ui;

import com.vaadin.flow.component.html.Image;

/** The red seal with 信. An image, so that it looks the same where no Chinese serif font is installed. */
public final class BrandMark extends Image {

    public BrandMark() {
        super("icons/shouxin.svg", "");
        addClassName("brand-mark");
        getElement().setAttribute("aria-hidden", "true");
    }
}
