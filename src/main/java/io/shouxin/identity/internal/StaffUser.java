package io.shouxin.identity.internal;

import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;

/** A member of the firm who has signed in, and with which password: the session ends with it. */
final class StaffUser extends User {

    private static final long serialVersionUID = 1L;

    private final int credential;

    private StaffUser(
            String username,
            String hash,
            boolean inTime,
            Collection<? extends GrantedAuthority> authorities,
            int credential) {
        super(username, hash, true, true, inTime, true, authorities);
        this.credential = credential;
    }

    static StaffUser of(StaffAccounts.Standing standing, String hash, Instant now) {
        Instant until = standing.startPasswordUntil();
        return new StaffUser(
                standing.account().username(),
                hash,
                until == null || now.isBefore(until),
                authorities(standing),
                standing.credential());
    }

    /** What the account may open now; nothing before its start password is replaced. */
    static List<SimpleGrantedAuthority> authorities(StaffAccounts.Standing standing) {
        StaffAccount account = standing.account();
        return standing.hasStartPassword()
                ? List.of()
                : account.roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                        .toList();
    }

    /** Whether a session of this user goes on. */
    static boolean isStill(UserDetails user, StaffAccounts.Standing standing) {
        return !(user instanceof StaffUser staff) || staff.credential == standing.credential();
    }
}
