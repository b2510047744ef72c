package io.shouxin.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.shared.ui.ContactLink;
import io.shouxin.shared.ui.FirmDetails;
import io.shouxin.testing.EmptyPage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.DataAccessResourceFailureException;

@ExtendWith(EmptyPage.class)
class ErrorPageTest {

    private record Firm(String name, String contactPerson, String contactPhone, String contactEmail)
            implements FirmDetails {}

    private static final FirmDetails KNOWN = new Firm("某某房产", "林岚", "021-5550 0100", "privacy@example.com");

    @Test
    void a_client_is_told_whom_to_call_and_staff_are_not() {
        PageNotFound page = new PageNotFound(provider(KNOWN));
        page.show("shell.missing", "nowhere");
        assertThat(_find(page, ContactLink.class))
                .extracting(ContactLink::getHref)
                .containsExactly("tel:02155500100", "mailto:privacy@example.com");
        page.show("shell.missing", "staff/nowhere");
        assertThat(_find(page, ContactLink.class)).isEmpty();
    }

    @Test
    void a_page_of_failure_does_without_the_contact_when_that_cannot_be_read() {
        PageNotFound page = new PageNotFound(provider(new Unreadable()));
        page.show("shell.failed", "mine");
        assertThat(page.title()).isNotBlank();
        assertThat(_find(page, ContactLink.class)).isEmpty();
    }

    private static ObjectProvider<FirmDetails> provider(FirmDetails firm) {
        return new StaticListableBeanFactory(Map.of("firm", firm)).getBeanProvider(FirmDetails.class);
    }

    private static final class Unreadable implements FirmDetails {

        @Override
        public String name() {
            throw new DataAccessResourceFailureException("no connection");
        }

        @Override
        public String contactPerson() {
            return "";
        }

        @Override
        public String contactPhone() {
            return "";
        }

        @Override
        public String contactEmail() {
            return "";
        }
    }
}
