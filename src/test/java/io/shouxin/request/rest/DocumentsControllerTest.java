package io.shouxin.request.rest;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.shouxin.request.CaseView;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestReader;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class DocumentsControllerTest {

    private static final String ADDRESS = "/documents/SC-2026-000482/receipt-zh.pdf";

    private final RequestReader reader = mock(RequestReader.class);
    private Actor actor = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "陈静", Set.of(Role.STAFF), Set.of());
    private final MockMvc web = MockMvcBuilders.standaloneSetup(new DocumentsController(reader, () -> actor))
            .build();

    @Test
    void who_is_refused_gets_the_portals_own_page_at_the_same_depth_and_is_told_that_nothing_is_there()
            throws Exception {
        when(reader.byReference(any())).thenThrow(new NotFound("request", "by reference"));
        web.perform(get(ADDRESS))
                .andExpect(status().isNotFound())
                .andExpect(forwardedUrl("/documents/SC-2026-000482/none"));
    }

    @Test
    void a_document_that_is_there_is_handed_out() throws Exception {
        RequestId id = new RequestId(UUID.randomUUID());
        SubjectRequest request = mock(SubjectRequest.class);
        CaseView view = mock(CaseView.class);
        when(request.id()).thenReturn(id);
        when(view.request()).thenReturn(request);
        when(reader.byReference("SC-2026-000482")).thenReturn(view);
        when(reader.document(id, "receipt-zh")).thenReturn(new byte[] {1, 2});
        web.perform(get(ADDRESS))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(content().contentType("application/pdf"))
                .andExpect(content().bytes(new byte[] {1, 2}));
    }

    @Test
    void who_has_not_signed_in_is_led_to_the_case_s_sign_in() throws Exception {
        actor = Actor.ANONYMOUS;
        web.perform(get(ADDRESS))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/track?number=SC-2026-000482"));
    }
}
