package io.shouxin.testing.uikit;

import com.vaadin.flow.component.html.Div;
import io.shouxin.shared.ui.TitledView;

/** A page of a gallery, with the title that the browser shows. */
abstract class GalleryPage extends Div implements TitledView {

    private final String title;

    GalleryPage(String title) {
        this.title = title;
    }

    @Override
    public final String title() {
        return title;
    }
}
