package io.shouxin.testing;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.Role;
import io.shouxin.shared.ui.FirmDetails;
import io.shouxin.shared.ui.RailItem;
import io.shouxin.shared.ui.RailSection;
import io.shouxin.testing.uikit.StaffGallery;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.MultipartAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.websocket.servlet.WebSocketServletAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * The look without the product: layouts and components on a random port, no database, no engine, no sign-in. For
 * whoever changes the theme or a component; needs a built frontend.
 */
@TestConfiguration
@ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    WebSocketServletAutoConfiguration.class,
    SpringBootAutoConfiguration.class
})
@ComponentScan("io.shouxin.shell")
@EnableVaadin({"io.shouxin.shell", "io.shouxin.testing.uikit"})
public class UiKitDemo {

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(UiKitDemo.class);
        application.setInitializers(List.of());
        application.setAdditionalProfiles("demo");
        application.setDefaultProperties(Map.of(
                "server.port", "0",
                "server.address", "127.0.0.1",
                "spring.config.location", "optional:classpath:/none/",
                "vaadin.productionMode", "true",
                "vaadin.allowed-packages", "io.shouxin"));
        application.run(arguments);
    }

    @Bean
    FirmDetails firm() {
        return new FirmDetails() {
            @Override
            public String name() {
                return "某某房产";
            }

            @Override
            public String contactPerson() {
                return "林岚";
            }

            @Override
            public String contactPhone() {
                return "021-5555 0100";
            }

            @Override
            public String contactEmail() {
                return "privacy@example.com";
            }
        };
    }

    @Bean
    CurrentActor actor() {
        return () -> new Actor(
                Actor.Kind.STAFF,
                UUID.fromString("00000000-0000-0000-0000-000000000001"),
                "陈静",
                Set.of(Role.STAFF),
                Set.of());
    }

    @Bean
    RailItem inboxItem() {
        return RailItem.of(RailSection.WORK, 10, "RailSection.WORK", VaadinIcon.INBOX, StaffGallery.StaffInbox.class)
                .counting(actor -> 14);
    }

    @Bean
    RailItem partsItem() {
        return RailItem.of(RailSection.WORK, 20, "ui.change", VaadinIcon.GRID_SMALL_O, StaffGallery.StaffParts.class);
    }

    @Bean
    RailItem disputesItem() {
        return RailItem.of(RailSection.LEGAL, 10, "RailSection.LEGAL", VaadinIcon.LOCK, StaffGallery.StaffEmpty.class)
                .counting(actor -> 3);
    }

    @Bean
    RailItem officerItem() {
        return RailItem.of(
                        RailSection.MANAGEMENT,
                        10,
                        "RailSection.MANAGEMENT",
                        VaadinIcon.COG_O,
                        StaffGallery.StaffEmpty.class)
                .forRoles(Role.PRIVACY_OFFICER);
    }
}
