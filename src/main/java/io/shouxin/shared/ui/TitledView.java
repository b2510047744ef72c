package io.shouxin.shared.ui;

import com.vaadin.flow.router.HasDynamicTitle;

/** A view whose browser title follows the pattern "查询办理进度 · 守信" in the person's language. */
public interface TitledView extends HasDynamicTitle {

    /** What this page is, without the product's name. */
    String title();

    @Override
    default String getPageTitle() {
        return UiTexts.text("ui.page-title", title());
    }
}
