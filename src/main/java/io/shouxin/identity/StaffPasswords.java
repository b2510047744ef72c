package io.shouxin.identity;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives the stored password hash to the sign-in, and to nobody else. */
@Component
public class StaffPasswords {

    private final StaffAccounts accounts;

    public StaffPasswords(StaffAccounts accounts) {
        this.accounts = accounts;
    }

    public String hashOf(String username) {
        return accounts.passwordHash(username).orElseGet(this::none);
    }

    /** What no password fits, in a form that the encoder can compare: it compares even where the account is locked. */
    public String none() {
        return "{noop}" + UUID.randomUUID();
    }
}
