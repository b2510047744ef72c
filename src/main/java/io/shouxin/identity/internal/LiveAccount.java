package io.shouxin.identity.internal;

import io.shouxin.identity.StaffAccounts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at every call of a member of the firm how their account stands now: a session ends with the account or its password, roles
 * given or taken act at once, and a start password leads to nothing but its replacement (OWASP ASVS 7.4.2, 8.3.2).
 */
final class LiveAccount extends OncePerRequestFilter {

    static final String OWN_PASSWORD = "/staff/password";
    private static final String ENDED = "/staff/login?ended";

    private final StaffAccounts accounts;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    LiveAccount(StaffAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/VAADIN/build/") || path.startsWith("/icons/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication present = SecurityContextHolder.getContext().getAuthentication();
        if (present == null || !(present.getPrincipal() instanceof UserDetails user)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<StaffAccounts.Standing> standing =
                accounts.standing(user.getUsername()).filter(now -> StaffUser.isStill(user, now));
        if (standing.isEmpty()) {
            end(request);
            if (isPage(request)) {
                response.sendRedirect(request.getContextPath() + ENDED);
                return;
            }
        } else {
            refresh(present, user, StaffUser.authorities(standing.get()), request, response);
            if (standing.get().hasStartPassword()
                    && isPage(request)
                    && !request.getServletPath().equals(OWN_PASSWORD)) {
                response.sendRedirect(request.getContextPath() + OWN_PASSWORD);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
    }

    private void refresh(
            Authentication present,
            UserDetails user,
            List<SimpleGrantedAuthority> authorities,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (new HashSet<>(present.getAuthorities()).equals(new HashSet<>(authorities))) {
            return;
        }
        UsernamePasswordAuthenticationToken fresh =
                UsernamePasswordAuthenticationToken.authenticated(user, null, authorities);
        fresh.setDetails(present.getDetails());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(fresh);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** Whether the browser opens a page: calls of a living page must be answered as such. */
    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return HttpMethod.GET.matches(request.getMethod())
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && request.getParameter("v-r") == null
                && !request.getServletPath().startsWith("/VAADIN/");
    }
}
