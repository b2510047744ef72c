package io.shouxin.testing;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockService;
import com.github.mvysny.kaributesting.v10.mock.MockVaadinServlet;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.ClassUtils;

/**
 * Opens the product's pages without a browser: real views over the real services of a test's application context. As an extension it
 * closes after each test what the test opened.
 */
public final class BrowserlessPages implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext test) {
        close();
    }

    /** Starts a session of its own, in Chinese, on an empty page of these packages' routes. */
    public static void open(ApplicationContext context, String... packages) {
        MockVaadin.setup(MockedUI::new, new Servlet(context, views(packages)));
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    private static List<Class<? extends Component>> views(String... packages) {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return Arrays.stream(packages)
                .flatMap(name -> scan.findCandidateComponents(name).stream())
                .<Class<? extends Component>>map(
                        found -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null)
                                .asSubclass(Component.class))
                .filter(view ->
                        Objects.requireNonNull(view.getAnnotation(Route.class)).registerAtStartup())
                .toList();
    }

    public static void close() {
        MockVaadin.tearDown();
        SecurityContextHolder.clearContext();
    }

    /** Everything that can be read on the page now, apart from labels and values of fields. */
    public static String text() {
        return UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
                .map(target -> target.getElement().getTextRecursively())
                .collect(Collectors.joining("\n"));
    }

    /** Opens an address of the portal, with its query if it has one. */
    public static void go(String address) {
        Location location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    private static final class Servlet extends MockVaadinServlet {

        private final transient ApplicationContext context;
        private final transient List<Class<? extends Component>> views;

        Servlet(ApplicationContext context, List<Class<? extends Component>> views) {
            super(new Routes(), MockedUI::new);
            this.context = context;
            this.views = views;
        }

        @Override
        protected VaadinServletService createServletService(DeploymentConfiguration configuration)
                throws ServiceException {
            MockService service = new MockService(this, configuration, MockedUI::new) {
                @Override
                public Instantiator getInstantiator() {
                    return new DefaultInstantiator(this) {
                        @Override
                        public <T> T getOrCreate(Class<T> type) {
                            return type.getName().startsWith("io.shouxin")
                                    ? context.getAutowireCapableBeanFactory().createBean(type)
                                    : super.getOrCreate(type);
                        }
                    };
                }
            };
            service.init();
            RouteConfiguration routes =
                    RouteConfiguration.forRegistry(ApplicationRouteRegistry.getInstance(service.getContext()));
            views.forEach(routes::setAnnotatedRoute);
            return service;
        }
    }
}
