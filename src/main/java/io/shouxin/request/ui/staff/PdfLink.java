package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.function.Supplier;

/** A PDF in a new tab, made when it is opened. */
final class PdfLink extends Anchor {

    /** @param fileName without anything personal: it ends up in download folders and histories */
    PdfLink(String text, String fileName, Supplier<byte[]> content) {
        super(
                DownloadHandler.fromInputStream(event -> {
                    byte[] pdf = content.get();
                    return new DownloadResponse(new ByteArrayInputStream(pdf), fileName, "application/pdf", pdf.length);
                }),
                AttachmentType.INLINE,
                text);
        setTarget("_blank");
        addClassName("pdf-link");
    }
}
