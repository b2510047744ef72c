package io.shouxin.identity.internal;

import io.shouxin.identity.RateLimits;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.identity.StaffPasswords;
import java.time.Clock;
import java.util.Locale;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Staff accounts for the sign-in form. Tries are limited per address, and per name and address: an account is never locked by
 * somebody else's tries from elsewhere (ASVS 6.1.1).
 */
@Component
class StaffUsers implements UserDetailsService {

    private final StaffAccounts accounts;
    private final StaffPasswords passwords;
    private final RateLimits limits;
    private final Clock clock;

    StaffUsers(StaffAccounts accounts, StaffPasswords passwords, RateLimits limits, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        String name = username.strip().toLowerCase(Locale.ROOT);
        String address = address();
        if (!limits.allow(RateLimits.Rule.STAFF_FROM_ADDRESS, address)
                || !limits.allow(RateLimits.Rule.STAFF_SIGN_IN, name + "|" + address)) {
            // not thrown here: from here it would count as a failure of ours, with a stack trace in the log for each
            // guess
            return User.withUsername(name)
                    .password(passwords.none())
                    .accountLocked(true)
                    .roles("NONE")
                    .build();
        }
        StaffAccounts.Standing standing =
                accounts.standing(name).orElseThrow(() -> new UsernameNotFoundException("No such account"));
        return StaffUser.of(standing, passwords.hashOf(name), clock.instant());
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : "";
    }
}
