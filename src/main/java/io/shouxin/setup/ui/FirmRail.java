package io.shouxin.setup.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.shouxin.shared.Role;
import io.shouxin.shared.ui.RailItem;
import io.shouxin.shared.ui.RailSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FirmRail {

    @Bean
    RailItem firmItem() {
        return RailItem.of(RailSection.WORK, 58, "firm.title", VaadinIcon.BUILDING_O, FirmView.class)
                .forRoles(Role.PRIVACY_OFFICER, Role.ADMINISTRATOR);
    }
}
