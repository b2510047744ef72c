package io.shouxin.audit.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.shouxin.audit.FindingState;
import io.shouxin.audit.UnusualAccess;
import io.shouxin.shared.Actor;
import io.shouxin.shared.Role;
import io.shouxin.shared.ui.RailItem;
import io.shouxin.shared.ui.RailSection;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UnusualRail {

    @Bean
    RailItem unusualItem(UnusualAccess unusual) {
        return RailItem.of(RailSection.WORK, 57, "unusual.title", VaadinIcon.EYE, UnusualView.class)
                .forRoles(Role.AUDITOR, Role.PRIVACY_OFFICER)
                .counting(actor -> waiting(unusual.counts(), actor));
    }

    /** What nobody has looked at, and for the privacy officer what was handed on to her. */
    private static int waiting(Map<FindingState, Integer> counts, Actor actor) {
        int open = counts.getOrDefault(FindingState.OPEN, 0);
        return actor.has(Role.PRIVACY_OFFICER) ? open + counts.getOrDefault(FindingState.FOLLOW_UP, 0) : open;
    }
}
