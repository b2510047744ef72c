package io.shouxin.record.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.shouxin.shared.Role;
import io.shouxin.shared.ui.RailItem;
import io.shouxin.shared.ui.RailSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportsRail {

    @Bean
    RailItem importsItem() {
        return RailItem.of(RailSection.WORK, 50, "imports.rail", VaadinIcon.UPLOAD_ALT, ImportsView.class)
                .forRoles(Role.STAFF, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR);
    }
}
