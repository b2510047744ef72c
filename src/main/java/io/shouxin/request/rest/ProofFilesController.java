package io.shouxin.request.rest;

import io.shouxin.request.ProofFiles;
import io.shouxin.shared.NotFound;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * Hands a cleared proof file to staff, to be saved and never to be shown as a page of the portal (OWASP ASVS 5.4: attachment, nosniff,
 * sandbox). Whoever may not have it is told that nothing is there.
 */
@Controller
class ProofFilesController {

    private final ProofFiles files;

    ProofFilesController(ProofFiles files) {
        this.files = files;
    }

    @GetMapping("/documents/proof/{id:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}")
    Object proof(@PathVariable String id) {
        try {
            ProofFiles.Opened file = files.open(UUID.fromString(id));
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(file.mediaType()))
                    .cacheControl(CacheControl.noStore())
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", "sandbox; default-src 'none'")
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(file.name())
                                    .build()
                                    .toString())
                    .body(file.content());
        } catch (NotFound e) {
            return new ModelAndView("forward:/documents/proof/none", HttpStatus.NOT_FOUND);
        }
    }
}
