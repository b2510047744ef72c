package io.shouxin.inbox.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.shouxin.inbox.Inbox;
import io.shouxin.shared.Role;
import io.shouxin.shared.ui.RailItem;
import io.shouxin.shared.ui.RailSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InboxRail {

    @Bean
    RailItem inboxItem(Inbox inbox) {
        return RailItem.of(RailSection.WORK, 10, "inbox.title", VaadinIcon.INBOX, InboxView.class)
                .forRoles(Role.STAFF, Role.REVIEWER, Role.PRIVACY_OFFICER)
                .counting(actor -> inbox.count(Inbox.Filter.FOR_ME));
    }
}
