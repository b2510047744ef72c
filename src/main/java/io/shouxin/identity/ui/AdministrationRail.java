package io.shouxin.identity.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.shouxin.shared.Role;
import io.shouxin.shared.ui.RailItem;
import io.shouxin.shared.ui.RailSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AdministrationRail {

    @Bean
    RailItem administrationItem() {
        return RailItem.of(RailSection.WORK, 45, "staff.admin.title", VaadinIcon.COG_O, AdministrationView.class)
                .forRoles(Role.ADMINISTRATOR);
    }
}
