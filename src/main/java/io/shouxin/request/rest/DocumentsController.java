package io.shouxin.request.rest;

import io.shouxin.request.CaseReference;
import io.shouxin.request.DocumentName;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestReader;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.NotFound;
import java.net.URI;
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
 * Hands out a case's receipt, letter and certificate to its client or to staff who may see the case. Whoever is refused, or asks for what
 * is not there, gets the portal's own page for that, in their language.
 */
@Controller
class DocumentsController {

    private final RequestReader reader;
    private final CurrentActor current;

    DocumentsController(RequestReader reader, CurrentActor current) {
        this.reader = reader;
        this.current = current;
    }

    /**
     * Whoever has not signed in is led to the case's sign-in; whoever may not see it finds nothing. The page that says so is asked for
     * under an address as deep as this one, because its parts are found relative to it.
     */
    @GetMapping("/documents/{reference:" + CaseReference.PATTERN + "}/{name:" + DocumentName.PATTERN + "}.pdf")
    Object document(@PathVariable String reference, @PathVariable String name) {
        if (current.get().kind() == Actor.Kind.ANONYMOUS) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/track?number=" + reference))
                    .build();
        }
        try {
            RequestId id = reader.byReference(reference).request().id();
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .cacheControl(CacheControl.noStore())
                    .header("X-Content-Type-Options", "nosniff")
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.inline()
                                    .filename(reference + "-" + name + ".pdf")
                                    .build()
                                    .toString())
                    .body(reader.document(id, name));
        } catch (NotFound e) {
            return new ModelAndView("forward:/documents/" + reference + "/none", HttpStatus.NOT_FOUND);
        }
    }
}
