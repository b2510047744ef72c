package io.shouxin.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.identity.ClientPrincipal;
import jakarta.servlet.FilterChain;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Who may send how much before anybody has asked what it is. */
class StrangersUploadsTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final ClientPrincipal CLIENT = new ClientPrincipal(UUID.randomUUID());

    private final StrangersUploads uploads =
            new StrangersUploads(new ApiProblems(new ObjectMapper(), new ApiLanguages().localeResolver()));

    @Test
    void a_client_who_has_signed_in_sends_a_photo_and_no_more() throws Exception {
        assertThat(send(CLIENT, 10 * MEGABYTE).getStatus()).isEqualTo(200);
        assertThat(send(CLIENT, 11 * MEGABYTE).getStatus()).isEqualTo(413);
    }

    @Test
    void a_stranger_sends_little_and_staff_a_list() throws Exception {
        assertThat(send(null, MEGABYTE).getStatus()).isEqualTo(200);
        assertThat(send(null, 2 * MEGABYTE).getStatus()).isEqualTo(413);
        assertThat(send(new User("clerk", "", List.of()), 49 * MEGABYTE).getStatus())
                .isEqualTo(200);
    }

    @Test
    void only_some_clients_send_at_a_time_and_the_next_one_can_when_they_are_done() throws Exception {
        MockHttpServletResponse[] last = new MockHttpServletResponse[1];
        assertThat(together(StrangersUploads.CLIENTS_AT_A_TIME, last).getStatus())
                .isEqualTo(200);
        assertThat(last[0].getStatus()).isEqualTo(503);
        assertThat(last[0].getHeader("Retry-After")).isEqualTo("10");
        assertThat(send(CLIENT, 2 * MEGABYTE).getStatus()).isEqualTo(200);
    }

    /** That many at once, each sent while the one before is still being read, and another when all are. */
    private MockHttpServletResponse together(int many, MockHttpServletResponse[] last) throws Exception {
        return send(CLIENT, 2 * MEGABYTE, (request, response) -> {
            try {
                if (many == 1) {
                    last[0] = send(CLIENT, 2 * MEGABYTE);
                } else {
                    together(many - 1, last);
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private MockHttpServletResponse send(@Nullable Object sender, int length) throws Exception {
        return send(sender, length, new MockFilterChain());
    }

    private MockHttpServletResponse send(@Nullable Object sender, int length, FilterChain chain) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/VAADIN/dynamic/resource/0/x/upload");
        request.setContentType("multipart/form-data; boundary=x");
        request.setContent(new byte[length]);
        if (sender != null) {
            request.getSession()
                    .setAttribute(
                            HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                            new SecurityContextImpl(new UsernamePasswordAuthenticationToken(sender, null, List.of())));
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        uploads.doFilter(request, response, chain);
        return response;
    }
}
