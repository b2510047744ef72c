package io.shouxin.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ui.FirmDetails;
import io.shouxin.testing.EmptyPage;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

@ExtendWith(EmptyPage.class)
class PageNotFoundTest {

    @Test
    void a_document_that_is_not_there_or_not_theirs_is_told_in_words_in_both_languages() {
        assertThat(page("documents/SC-2026-000482/receipt-zh.pdf"))
                .contains("没有这份文件", "可能不属于您的申请或门店")
                .doesNotContain("!");
        UI.getCurrent().setLocale(Locale.ENGLISH);
        assertThat(page("documents/SC-2026-000482/receipt-zh.pdf"))
                .contains("There is no such document")
                .doesNotContain("!");
    }

    @Test
    void another_page_that_is_not_there_is_told_as_a_page() {
        assertThat(page("nowhere")).contains("没有这个页面");
    }

    private static String page(String path) {
        BeforeEnterEvent event = mock(BeforeEnterEvent.class);
        when(event.getLocation()).thenReturn(new Location(path));
        PageNotFound page = new PageNotFound(
                new StaticListableBeanFactory().getBeanProvider(FirmDetails.class), () -> Actor.ANONYMOUS);
        assertThat(page.setErrorParameter(
                        event, new ErrorParameter<>(NotFoundException.class, new NotFoundException())))
                .isEqualTo(404);
        return page.getElement().getTextRecursively();
    }
}
