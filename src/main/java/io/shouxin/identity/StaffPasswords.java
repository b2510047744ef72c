package io.shouxin.identity;

import org.springframework.stereotype.Component;

/** Gives the stored password hash to the sign-in, and to nobody else. */
@Component
public class StaffPasswords {

    private final StaffAccounts accounts;

    public StaffPasswords(StaffAccounts accounts) {
        this.accounts = accounts;
    }

    public String hashOf(String username) {
        return accounts.passwordHash(username).orElse("{noop}" + java.util.UUID.randomUUID());
    }
}
