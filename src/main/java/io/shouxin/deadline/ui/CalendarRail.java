package io.shouxin.deadline.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.shouxin.shared.Role;
import io.shouxin.shared.ui.RailItem;
import io.shouxin.shared.ui.RailSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarRail {

    @Bean
    RailItem calendarItem() {
        return RailItem.of(RailSection.WORK, 60, "clock.calendar.title", VaadinIcon.CALENDAR_O, CalendarView.class)
                .forRoles(Role.PRIVACY_OFFICER, Role.ADMINISTRATOR);
    }
}
