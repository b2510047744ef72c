package io.shouxin.identity.internal;

import io.shouxin.identity.RateLimits;
import io.shouxin.identity.RateLimits.Rule;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.ProblemFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What every call of the API passes after its token was checked: a client that was switched off meanwhile is told so at once
 * (ASVS 8.3.2), and nobody tries telephone numbers or floods the inbox by the thousand.
 */
@Configuration(proxyBeanMethods = false)
class ApiGate implements WebMvcConfigurer, HandlerInterceptor {

    private static final Set<String> LIMITED = Set.of("/api/v1/subjects/lookup", "/api/v1/requests", "/api/v1/imports");

    private final CurrentActor current;
    private final RateLimits limits;

    ApiGate(CurrentActor current, RateLimits limits) {
        this.current = current;
        this.limits = limits;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (current.get().kind() == Actor.Kind.ANONYMOUS) {
            throw new ProblemFound(401, "unauthorized");
        }
        Principal caller = request.getUserPrincipal();
        if (caller != null
                && HttpMethod.POST.matches(request.getMethod())
                && LIMITED.contains(request.getRequestURI())) {
            Optional<Duration> wait = limits.waitFor(Rule.API_CALLS, caller.getName());
            if (wait.isPresent()) {
                throw new ProblemFound(
                        429, "too-many-requests", "", Math.max(1, wait.get().toSeconds() + 1));
            }
        }
        return true;
    }
}
