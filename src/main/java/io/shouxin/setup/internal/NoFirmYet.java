package io.shouxin.setup.internal;

import io.shouxin.setup.SetUpDoor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads every page of a portal without a firm to the one that says so. Calls of programs need no such door: without a firm nobody has
 * a token. The framework's own requests of the set-up pages pass.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class NoFirmYet extends OncePerRequestFilter {

    private static final String SETUP = "/setup";
    private static final List<String> NO_PAGES =
            List.of("/VAADIN/", "/api/", "/oauth2/", "/.well-known/", "/actuator/", "/icons/");

    private final ObjectProvider<SetUpDoor> door;

    NoFirmYet(ObjectProvider<SetUpDoor> door) {
        this.door = door;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        String path = path(request);
        return !HttpMethod.GET.matches(request.getMethod())
                || accept == null
                || !accept.contains(MediaType.TEXT_HTML_VALUE)
                || request.getParameter("v-r") != null
                || path.equals(SETUP)
                || path.startsWith(SETUP + "/")
                || NO_PAGES.stream().anyMatch(path::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (door.getObject().isOpen()) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.sendRedirect(request.getContextPath() + SETUP);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
