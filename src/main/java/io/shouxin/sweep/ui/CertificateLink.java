package io.shouxin.sweep.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.shouxin.sweep.Sweeps;
import java.io.ByteArrayInputStream;
import java.util.UUID;

/** A certificate in a new tab, read, and noted as read, when it is opened. */
final class CertificateLink extends Anchor {

    CertificateLink(String text, UUID sweep, String language, Sweeps sweeps) {
        super(
                DownloadHandler.fromInputStream(event -> {
                    byte[] pdf = sweeps.certificate(sweep, language);
                    return new DownloadResponse(
                            new ByteArrayInputStream(pdf),
                            "certificate-" + language + ".pdf",
                            "application/pdf",
                            pdf.length);
                }),
                AttachmentType.INLINE,
                text);
        setTarget("_blank");
        addClassName("pdf-link");
    }
}
