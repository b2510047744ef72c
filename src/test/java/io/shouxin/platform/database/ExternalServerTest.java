package io.shouxin.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.platform.StartRefusedException;
import io.shouxin.testing.PostgresForTests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** What an operator reads who has connected Shouxin to a server of their own. */
class ExternalServerTest {

    private final DatabaseAccess ready = PostgresForTests.freshDatabase().access();

    @Test
    void a_prepared_server_is_let_through_before_the_first_migration() {
        assertThatCode(() -> ExternalServer.refuseUnlessReady(ready)).doesNotThrowAnyException();
    }

    @Test
    void all_that_is_missing_stands_in_one_line() {
        DatabaseAccess access =
                new DatabaseAccess(ready.url(), ready.owner(), wrong(ready.app()), wrong(ready.legal()));
        assertThatThrownBy(() -> ExternalServer.refuseUnlessReady(access))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("shouxin_app is not let in (role, password or pg_hba.conf); shouxin_legal is not")
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining("requireAuth");
    }

    @Test
    void an_address_at_which_nobody_answers_is_told_once() throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            nobody = free.getLocalPort();
        }
        DatabaseAccess access = new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:" + nobody + "/shouxin", ready.owner(), ready.app(), ready.legal());
        assertThatThrownBy(() -> ExternalServer.refuseUnlessReady(access))
                .hasMessage("The external PostgreSQL at jdbc:postgresql://127.0.0.1:" + nobody
                        + "/shouxin is not ready: nobody answers there (SQL state 08001).");
    }

    @Test
    void a_database_that_was_not_created_is_named_as_that() {
        DatabaseAccess access = new DatabaseAccess(
                ready.url().replaceFirst("/test_\\d+", "/no_such_one"), ready.owner(), ready.app(), ready.legal());
        assertThatThrownBy(() -> ExternalServer.refuseUnlessReady(access))
                .hasMessageContaining("the database named in the URL does not exist");
    }

    @Test
    void a_database_of_somebody_else_is_refused() {
        DatabaseAccess access = new DatabaseAccess(
                ready.url().replaceFirst("/test_\\d+", "/postgres"), ready.owner(), ready.app(), ready.legal());
        assertThatThrownBy(() -> ExternalServer.refuseUnlessReady(access))
                .isInstanceOf(StartRefusedException.class)
                .satisfies(refused -> assertThat(refused.getMessage()).contains("shouxin_owner cannot sign in"));
    }

    private static DatabaseLogin wrong(DatabaseLogin login) {
        return new DatabaseLogin(login.username(), "wrong");
    }
}
