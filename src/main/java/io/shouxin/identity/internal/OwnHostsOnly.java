package io.shouxin.identity.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only for hosts that are this installation's: its public address, this machine, and what the operator names. A page of another
 * site whose name was made to point here (DNS rebinding) would otherwise read it from inside.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OwnHostsOnly extends OncePerRequestFilter {

    private static final Pattern IPV4 = Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

    private final ApiProblems problems;
    private final Set<String> hosts = new HashSet<>();

    OwnHostsOnly(
            ApiProblems problems,
            @Value("${shouxin.public-url:http://localhost:8080}") String publicUrl,
            @Value("${shouxin.hosts:}") List<String> more) {
        this.problems = problems;
        hosts.add("localhost");
        add(URI.create(publicUrl).getHost());
        more.forEach(this::add);
    }

    private void add(@Nullable String host) {
        if (host != null && !host.isBlank()) {
            hosts.add(plain(host));
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = plain(request.getServerName());
        if (hosts.contains(host) || isLoopback(host)) {
            chain.doFilter(request, response);
        } else {
            problems.write(request, response, HttpStatus.valueOf(421), "misdirected");
        }
    }

    private static String plain(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /** Of literal addresses only, so that no name is ever looked up. */
    private static boolean isLoopback(String host) {
        boolean literal = IPV4.matcher(host).matches() || (host.startsWith("[") && host.endsWith("]"));
        try {
            return literal && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
