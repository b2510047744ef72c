package io.shouxin.identity.internal;

import io.shouxin.identity.ClientPrincipal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Set;
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
import org.springframework.web.util.UrlPathHelper;

/**
 * Uploads are kept in memory, so that no list of people lies on the disk in clear, and the server reads a form before anybody has
 * asked whose it is. Large ones are therefore taken from signed-in staff only; the API asks for the token before it reads. Clients who
 * have signed in may send what a proof may be, a few of them at a time. Vaadin would also take a body that is no form, and read it whole
 * however long it is; nobody's browser sends one to an address for uploads, and none is taken there.
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

    private static final UrlPathHelper PATHS = UrlPathHelper.defaultInstance;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final ApiProblems problems;
    private final Semaphore clients = new Semaphore(CLIENTS_AT_A_TIME);

    StrangersUploads(ApiProblems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isNoForm(request)
                && (!isOf(request, "multipart/") || request.getRequestURI().startsWith("/api/"));
    }

    /** Whether something other than the form of an upload goes to where Vaadin takes uploads, however the address is written. */
    private static boolean isNoForm(HttpServletRequest request) {
        return PATHS.getPathWithinApplication(request).contains("/VAADIN/dynamic/")
                && hasBody(request)
                && !(request.getMethod().equals("POST") && isOf(request, "multipart/form-data"));
    }

    private static boolean hasBody(HttpServletRequest request) {
        return !READING.contains(request.getMethod())
                || request.getContentLengthLong() > 0
                || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static boolean isOf(HttpServletRequest request, String start) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, start, 0, start.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isNoForm(request)) {
            problems.write(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type");
            return;
        }
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
