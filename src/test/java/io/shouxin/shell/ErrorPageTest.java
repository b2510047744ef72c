package io.shouxin.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeButton;
import io.shouxin.shared.Actor;
import io.shouxin.shared.Role;
import io.shouxin.shared.ui.ContactLink;
import io.shouxin.shared.ui.FirmDetails;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.testing.EmptyPage;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.DataAccessResourceFailureException;

@ExtendWith(EmptyPage.class)
class ErrorPageTest {

    private record Firm(String name, String contactPerson, String contactPhone, String contactEmail)
            implements FirmDetails {}

    private static final Actor STAFF =
            new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "陈静", Set.of(Role.STAFF), Set.of());

    private static final FirmDetails KNOWN = new Firm("某某房产", "林岚", "021-5550 0100", "privacy@example.com");

    @Test
    void a_client_is_told_whom_to_call_and_staff_are_not() {
        PageNotFound page = new PageNotFound(provider(KNOWN), () -> Actor.ANONYMOUS);
        page.show("shell.missing");
        assertThat(_get(page, NativeButton.class).getText())
                .as("the other language")
                .isEqualTo("EN");
        assertThat(_find(page, ContactLink.class))
                .extracting(ContactLink::getHref)
                .containsExactly("tel:02155500100", "mailto:privacy@example.com");
        PageNotFound staff = new PageNotFound(provider(KNOWN), () -> STAFF);
        staff.show("shell.document");
        assertThat(_find(staff, ContactLink.class)).isEmpty();
        assertThat(_get(staff, RouteLink.class).getHref()).isEqualTo("staff");
    }

    @Test
    void a_client_who_opens_a_page_of_staff_reads_nothing_of_permissions_and_is_led_to_their_own_page() {
        Actor client = new Actor(Actor.Kind.CLIENT, UUID.randomUUID(), "", Set.of(), Set.of());
        PageRefused page = new PageRefused(provider(KNOWN), () -> client);
        page.showRefused();
        assertThat(page.getElement().getTextRecursively())
                .contains("给工作人员用的", "您自己的页面")
                .doesNotContain("权限", "管理员", "!");
        assertThat(_find(page, RouteLink.class)).extracting(RouteLink::getHref).containsExactly("mine");
        ThingRefused staff = new ThingRefused(provider(KNOWN), () -> STAFF);
        staff.showRefused();
        assertThat(staff.getElement().getTextRecursively()).contains("权限", "管理员");
    }

    @Test
    void a_page_of_failure_is_everybodys_when_who_reads_it_cannot_be_told() {
        PageNotFound page = new PageNotFound(provider(KNOWN), () -> {
            throw new DataAccessResourceFailureException("no connection");
        });
        page.show("shell.failed");
        assertThat(page.title()).isNotBlank();
        assertThat(_find(page, RouteLink.class)).extracting(RouteLink::getHref).containsExactly(".");
    }

    @Test
    void a_page_of_failure_does_without_the_contact_when_that_cannot_be_read() {
        PageNotFound page = new PageNotFound(provider(new Unreadable()), () -> Actor.ANONYMOUS);
        page.show("shell.failed");
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
