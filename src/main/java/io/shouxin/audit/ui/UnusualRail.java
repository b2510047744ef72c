package io.shouxin.audit.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.shouxin.audit.FindingState;
import io.shouxin.audit.UnusualAccess;
import io.shouxin.shared.Role;
import io.shouxin.shared.ui.RailItem;
import io.shouxin.shared.ui.RailSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UnusualRail {

    @Bean
    RailItem unusualItem(UnusualAccess unusual) {
        return RailItem.of(RailSection.WORK, 57, "unusual.title", VaadinIcon.EYE, UnusualView.class)
                .forRoles(Role.AUDITOR, Role.PRIVACY_OFFICER)
                .counting(actor -> unusual.counts().getOrDefault(FindingState.OPEN, 0));
    }
}
