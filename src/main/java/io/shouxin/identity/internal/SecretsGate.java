package io.shouxin.identity.internal;

import io.shouxin.identity.RateLimits;
import io.shouxin.identity.RateLimits.Rule;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits guessing at the secrets of the API's clients, wherever they show one: per address, and per client and address, so that
 * nobody shuts out another. A try counts only if it was refused; its token is taken before, so that many at once do not slip through.
 */
final class SecretsGate extends OncePerRequestFilter {

    private final RateLimits limits;
    private final ApiProblems problems;
    private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();

    SecretsGate(RateLimits limits, ApiProblems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRemoteAddr();
        String client = client(request) + "|" + address;
        Optional<Duration> wait = limits.waitFor(Rule.API_SECRETS_FROM_ADDRESS, address)
                .or(() -> limits.waitFor(Rule.API_SECRETS, client));
        if (wait.isPresent()) {
            long seconds = Math.max(1, wait.get().toSeconds() + 1);
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
            problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", seconds);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() != HttpStatus.UNAUTHORIZED.value()) {
            limits.giveBack(Rule.API_SECRETS_FROM_ADDRESS, address);
            limits.giveBack(Rule.API_SECRETS, client);
        }
    }

    private String client(HttpServletRequest request) {
        try {
            Authentication shown = basic.convert(request);
            return shown == null ? Objects.requireNonNullElse(request.getParameter("client_id"), "") : shown.getName();
        } catch (AuthenticationException e) {
            return "";
        }
    }
}
