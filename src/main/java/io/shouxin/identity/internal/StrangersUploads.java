package io.shouxin.identity.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Uploads are kept in memory, so that no list of people lies on the disk in clear, and the server reads a form before anybody has
 * asked whose it is. Large ones are therefore taken from signed-in staff only; the API asks for the token before it reads.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class StrangersUploads extends OncePerRequestFilter {

    static final int LARGEST = 1024 * 1024;

    private static final String CONTEXT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private final ApiProblems problems;

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
        if ((length >= 0 && length <= LARGEST) || isStaff(request.getSession(false))) {
            chain.doFilter(request, response);
        } else {
            problems.write(request, response, HttpStatus.PAYLOAD_TOO_LARGE, "too-large");
        }
    }

    private static boolean isStaff(@Nullable HttpSession session) {
        return session != null
                && session.getAttribute(CONTEXT) instanceof SecurityContext context
                && context.getAuthentication() != null
                && context.getAuthentication().getPrincipal() instanceof UserDetails;
    }
}
