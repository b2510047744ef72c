package io.shouxin.request.rest;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.shouxin.request.ProofFiles;
import io.shouxin.shared.NotFound;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ProofFilesControllerTest {

    private final ProofFiles files = mock(ProofFiles.class);
    private final UUID id = UUID.randomUUID();
    private final MockMvc web =
            MockMvcBuilders.standaloneSetup(new ProofFilesController(files)).build();

    @Test
    void a_file_is_saved_and_never_shown_as_a_page_of_ours() throws Exception {
        when(files.open(id))
                .thenReturn(new ProofFiles.Opened("SC-2026-000482-proof-1.jpg", "image/jpeg", new byte[] {1, 2}));
        web.perform(get("/documents/proof/" + id))
                .andExpect(status().isOk())
                .andExpect(
                        header().string("Content-Disposition", "attachment; filename=\"SC-2026-000482-proof-1.jpg\""))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", "sandbox; default-src 'none'"))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(content().contentType("image/jpeg"))
                .andExpect(content().bytes(new byte[] {1, 2}));
    }

    @Test
    void who_may_not_have_it_finds_nothing() throws Exception {
        when(files.open(id)).thenThrow(new NotFound("proof file", id));
        web.perform(get("/documents/proof/" + id))
                .andExpect(status().isNotFound())
                .andExpect(forwardedUrl("/documents/proof/none"));
    }
}
