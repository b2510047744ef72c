package io.shouxin.shell.rest;

import io.shouxin.shared.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;

/** Refuses a query parameter that a call does not know: misspelt, a filter would be ignored and the answer taken for a filtered one. */
@Configuration(proxyBeanMethods = false)
class KnownParameters implements WebMvcConfigurer, HandlerInterceptor {

    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String query = request.getQueryString();
        if (query != null && handler instanceof HandlerMethod method) {
            Set<String> known = known(method);
            unknown(query, known).ifPresent(name -> {
                throw new InvalidInput("?" + name, "api.error.unknownParameter");
            });
        }
        return true;
    }

    private static Optional<String> unknown(String query, Set<String> known) {
        return UriComponentsBuilder.newInstance().query(query).build().getQueryParams().keySet().stream()
                .filter(name -> !known.contains(name))
                .map(KnownParameters::readable)
                .findFirst();
    }

    /** Somebody who builds calls by hand may put anything there; a problem repeats no more of it than a name. */
    private static String readable(String name) {
        return name.matches("[A-Za-z][A-Za-z_-]{0,39}\\d{0,3}") ? name : "…";
    }

    private static Set<String> known(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(KnownParameters::name)
                .collect(Collectors.toSet());
    }

    private static String name(MethodParameter parameter) {
        RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
        String given = annotation == null ? "" : annotation.name();
        parameter.initParameterNameDiscovery(NAMES);
        return given.isEmpty() ? String.valueOf(parameter.getParameterName()) : given;
    }
}
