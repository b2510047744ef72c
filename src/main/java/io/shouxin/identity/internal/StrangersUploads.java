package io.shouxin.identity.internal;

import io.shouxin.identity.ClientPrincipal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Uploads are kept in memory, so that no list of people lies on the disk in clear, and the server reads a form before anybody has
 * asked whose it is. Large ones are therefore taken from signed-in staff only; the API asks for the token before it reads. Clients who
 * have signed in may send what a proof may be, a few of them at a time.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class StrangersUploads extends OncePerRequestFilter {

    static final int LARGEST = 1024 * 1024;
    /** A proof file of 10 MB in its form. */
    static final int LARGEST_OF_CLIENT = 10 * 1024 * 1024 + 64 * 1024;
    /** Each lies in memory until it is read to its end; one client may send five at once. */
    static final int CLIENTS_AT_A_TIME = 6;

    private static final String CONTEXT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private final ApiProblems problems;
    private final Semaphore clients = new Semaphore(CLIENTS_AT_A_TIME);

    StrangersUploads(ApiProblems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null
                || !type.regionMatches(true, 0, "multipart/", 0, 10)
                || request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        @Nullable Object sender = sender(request.getSession(false));
        if ((length >= 0 && length <= LARGEST) || sender instanceof UserDetails) {
            chain.doFilter(request, response);
        } else if (sender instanceof ClientPrincipal && length >= 0 && length <= LARGEST_OF_CLIENT) {
            ofClient(request, response, chain);
        } else {
            problems.write(request, response, HttpStatus.PAYLOAD_TOO_LARGE, "too-large");
        }
    }

    private void ofClient(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!clients.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
            problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            clients.release();
        }
    }

    private static @Nullable Object sender(@Nullable HttpSession session) {
        return session != null
                        && session.getAttribute(CONTEXT) instanceof SecurityContext context
                        && context.getAuthentication() != null
                ? context.getAuthentication().getPrincipal()
                : null;
    }
}
