package io.shouxin.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OwnHostsOnlyTest {

    private final OwnHostsOnly hosts = new OwnHostsOnly(
            new ApiProblems(new ObjectMapper(), new ApiLanguages().localeResolver()),
            "https://Portal.example.cn:8443/",
            List.of("shouxin.lan", " 10.1.2.3 "));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "portal.example.cn",
                "PORTAL.example.CN.",
                "localhost",
                "127.0.0.1",
                "127.8.9.1",
                "[::1]",
                "[0:0:0:0:0:0:0:1]",
                "shouxin.lan",
                "10.1.2.3"
            })
    void the_public_address_this_machine_and_named_hosts_are_served(String host) throws Exception {
        assertThat(ask(host).getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "example.cn",
                "portal.example.cn.evil.example",
                "localhost.evil.example",
                "127.0.0.1.nip.io",
                "10.1.2.4",
                "0.0.0.0",
                "[fe80::1]",
                "[evil]",
                "999.999.999.999",
                ""
            })
    void any_other_host_is_misdirected(String host) throws Exception {
        MockHttpServletResponse answer = ask(host);
        assertThat(answer.getStatus()).isEqualTo(421);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(answer.getContentAsString()).contains("urn:shouxin:problem:misdirected");
        if (!host.isEmpty()) {
            assertThat(answer.getContentAsString()).doesNotContain(host);
        }
    }

    private MockHttpServletResponse ask(String host) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setServerName(host);
        MockHttpServletResponse response = new MockHttpServletResponse();
        hosts.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
