package io.shouxin.sweep.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.shouxin.shared.Role;
import io.shouxin.shared.ui.RailItem;
import io.shouxin.shared.ui.RailSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SweepRail {

    @Bean
    RailItem sweepsItem() {
        return RailItem.of(RailSection.WORK, 55, "sweep.title", VaadinIcon.HOURGLASS_END, SweepsView.class)
                .forRoles(Role.PRIVACY_OFFICER, Role.REVIEWER, Role.AUDITOR);
    }
}
