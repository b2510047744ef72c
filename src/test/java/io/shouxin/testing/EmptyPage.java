package io.shouxin.testing;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An empty page in Chinese for every test of a component, without a browser and without the application's services. Pages that need
 * those are opened by {@link BrowserlessPages}.
 */
public final class EmptyPage implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        open();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        MockVaadin.tearDown();
    }

    /** A session of its own, as of somebody who comes anew. */
    public static void open() {
        MockVaadin.tearDown();
        MockVaadin.setup();
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    }
}
