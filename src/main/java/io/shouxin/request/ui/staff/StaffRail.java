package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.shouxin.request.CaseNotices;
import io.shouxin.shared.Role;
import io.shouxin.shared.ui.RailItem;
import io.shouxin.shared.ui.RailSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StaffRail {

    @Bean
    RailItem casesItem() {
        return RailItem.of(RailSection.WORK, 20, "staff.cases.title", VaadinIcon.FOLDER_OPEN_O, CasesView.class)
                .forRoles(Role.STAFF, Role.REVIEWER, Role.PRIVACY_OFFICER, Role.LEGAL, Role.AUDITOR);
    }

    @Bean
    RailItem peopleItem() {
        return RailItem.of(RailSection.WORK, 30, "staff.people.title", VaadinIcon.USERS, PeopleView.class)
                .forRoles(Role.STAFF, Role.REVIEWER, Role.PRIVACY_OFFICER, Role.LEGAL);
    }

    @Bean
    RailItem undeliveredItem(CaseNotices notices) {
        return RailItem.of(
                        RailSection.WORK, 42, "staff.undelivered.title", VaadinIcon.ENVELOPE_O, UndeliveredView.class)
                .forRoles(Role.STAFF, Role.REVIEWER, Role.PRIVACY_OFFICER)
                .counting(actor -> notices.undelivered().size());
    }

    @Bean
    RailItem newRequestItem() {
        return RailItem.of(RailSection.WORK, 40, "staff.new.title", VaadinIcon.PLUS_CIRCLE_O, NewRequestView.class)
                .forRoles(Role.STAFF, Role.REVIEWER, Role.PRIVACY_OFFICER);
    }
}
