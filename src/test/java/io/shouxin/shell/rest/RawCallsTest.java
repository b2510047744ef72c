package io.shouxin.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What no well-behaved client sends, as it arrives at the port. */
@ApiTest
class RawCallsTest {

    private final int port;

    @Autowired
    RawCallsTest(Environment environment) {
        this.port = Integer.parseInt(String.valueOf(environment.getProperty("local.server.port")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/staff", "/api/v1/requests", "/api/openapi.json", "/oauth2/token", "/icons/shouxin.svg"})
    void a_name_that_is_not_ours_gets_nothing_of_ours(String path) throws IOException {
        String answer =
                send("GET " + path + " HTTP/1.1\r\nHost: rebound.example:" + port + "\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 421")
                .contains("application/problem+json", "urn:shouxin:problem:misdirected")
                .doesNotContain("rebound.example", "Set-Cookie");
    }

    @Test
    void this_machine_is_served_by_name_and_address() throws IOException {
        for (String host : new String[] {"localhost:" + port, "127.0.0.1:" + port, "localhost", "[::1]:" + port}) {
            assertThat(send("GET /api/openapi.json HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                    .as(host)
                    .startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /[bad] HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "G@T / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a_b<c>\r\n\r\n",
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"
            })
    void what_cannot_be_read_gets_one_plain_line_without_a_name_of_the_server(String call) throws IOException {
        String answer = send(call);
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("text/plain", "400")
                .doesNotContainIgnoringCase("<html", "tomcat", "exception");
        assertThat(answer.substring(answer.indexOf("\r\n\r\n")).strip().lines()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void an_address_that_is_none_of_ours_is_not_found_and_leads_nobody_to_the_staff_s_sign_in() throws IOException {
        String page = send(
                "GET /nope HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nAccept-Language: zh-CN\r\nConnection: close\r\n\r\n");
        assertThat(page).startsWith("HTTP/1.1 404").contains("text/html", "没有这个页面", "href=\"/\"");
        assertThat(page).as("for people, not for integrators").doesNotContain("编号");
        assertThat(page.substring(page.indexOf("\r\n\r\n"))).as("whom to call").contains("李守信", "021-60000000");
        String chosen = send("GET /nope HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nAccept-Language: en-US\r\n"
                + "Cookie: shouxin-lang=zh-CN\r\nConnection: close\r\n\r\n");
        assertThat(chosen).startsWith("HTTP/1.1 404").contains("lang=\"zh-CN\"", "没有这个页面", "回到首页");
        String staff =
                send("GET /staff/inbox HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
        assertThat(staff).startsWith("HTTP/1.1 302").contains("/staff/login");
    }

    private String send(String call) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(call.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
