package io.shouxin.platform.database;

/** A role and its password; never printed. */
public record DatabaseLogin(String username, String password) {

    @Override
    public String toString() {
        return "DatabaseLogin[" + username + "]";
    }
}
