package io.shouxin.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import io.shouxin.testing.EmptyPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyPage.class)
class LayoutsTest {

    @BeforeEach
    void registerLayouts() {
        ApplicationRouteRegistry registry =
                ApplicationRouteRegistry.getInstance(VaadinService.getCurrent().getContext());
        registry.setLayout(ClientLayout.class);
        registry.setLayout(StaffLayout.class);
    }

    @Test
    void a_view_gets_the_layout_of_its_face_without_naming_it() {
        ApplicationRouteRegistry registry =
                ApplicationRouteRegistry.getInstance(VaadinService.getCurrent().getContext());
        assertThat(registry.getLayout("track")).isEqualTo(ClientLayout.class);
        assertThat(registry.getLayout("")).isEqualTo(ClientLayout.class);
        assertThat(registry.getLayout("staff")).isEqualTo(StaffLayout.class);
        assertThat(registry.getLayout("staff/cases/42")).isEqualTo(StaffLayout.class);
        assertThat(registry.getLayout("staffing")).isEqualTo(ClientLayout.class);
    }
}
