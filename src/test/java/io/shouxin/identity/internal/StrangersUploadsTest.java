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
    private static final ClientPrincipal CLIENT = new ClientPrincipal(UUID.randomUUID(), 0);

    private static final User STAFF = new User("clerk", "", List.of());
    private static final String UPLOAD = "/VAADIN/dynamic/resource/0/x/upload";
    private static final String FORM = "multipart/form-data; boundary=x";

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
        assertThat(send(STAFF, 49 * MEGABYTE).getStatus()).isEqualTo(200);
    }

    @Test
    void what_is_no_form_is_taken_from_nobody_where_uploads_go_however_short_it_is_and_however_its_address_is_written()
            throws Exception {
        for (String address : List.of(
                "/VAADIN/dynamic/resource/0/x/upload",
                "/vaadinServlet/VAADIN/dynamic/resource/0/x/upload",
                "/%56AADIN/dyn%61mic/resource/0/x/upload",
                "/VAADIN;a=b/dynamic/resource/0/x/upload")) {
            for (@Nullable Object sender : new @Nullable Object[] {null, CLIENT, STAFF}) {
                for (@Nullable String type : new @Nullable String[] {null, "image/jpeg", "multipart/mixed; boundary=x"}) {
                    assertThat(raw("POST", address, type, sender, 10).getStatus())
                            .as("%s %s", address, type)
                            .isEqualTo(415);
                }
            }
        }
        assertThat(raw("PUT", UPLOAD, FORM, STAFF, 10).getStatus())
                .as("Vaadin takes a form by POST alone")
                .isEqualTo(415);
        assertThat(raw("GET", UPLOAD, "image/jpeg", CLIENT, 10).getStatus()).isEqualTo(415);
    }

    @Test
    void a_body_that_does_not_say_how_long_it_is_does_not_slip_through() throws Exception {
        assertThat(chunked("POST", "image/jpeg", STAFF).getStatus()).isEqualTo(415);
        assertThat(chunked("GET", null, CLIENT).getStatus()).isEqualTo(415);
        assertThat(chunked("POST", FORM, CLIENT).getStatus()).isEqualTo(413);
        assertThat(chunked("POST", FORM, null).getStatus()).isEqualTo(413);
        assertThat(chunked("POST", FORM, STAFF).getStatus()).isEqualTo(200);
    }

    @Test
    void what_is_read_there_and_what_is_sent_elsewhere_goes_on() throws Exception {
        assertThat(raw("GET", UPLOAD, null, null, 0).getStatus()).isEqualTo(200);
        assertThat(raw("POST", "/?v-r=uidl", "application/json", null, 10).getStatus())
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
        return send(request("POST", UPLOAD, FORM, length), sender, chain);
    }

    private MockHttpServletResponse raw(
            String method, String address, @Nullable String type, @Nullable Object sender, int length)
            throws Exception {
        return send(request(method, address, type, length), sender, new MockFilterChain());
    }

    private MockHttpServletResponse chunked(String method, @Nullable String type, @Nullable Object sender)
            throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, UPLOAD);
        request.setContentType(type);
        request.addHeader("Transfer-Encoding", "chunked");
        assertThat(request.getContentLengthLong()).isNegative();
        return send(request, sender, new MockFilterChain());
    }

    private static MockHttpServletRequest request(String method, String address, @Nullable String type, int length) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, address);
        request.setContentType(type);
        request.setContent(new byte[length]);
        return request;
    }

    private MockHttpServletResponse send(MockHttpServletRequest request, @Nullable Object sender, FilterChain chain)
            throws Exception {
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
