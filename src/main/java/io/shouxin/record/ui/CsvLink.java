package io.shouxin.record.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.function.Supplier;

/** A list to download, made when it is asked for. */
final class CsvLink extends Anchor {

    CsvLink(String label, String fileName, Supplier<byte[]> content) {
        super(
                DownloadHandler.fromInputStream(event -> {
                    byte[] csv = content.get();
                    return new DownloadResponse(
                            new ByteArrayInputStream(csv), fileName, "text/csv;charset=UTF-8", csv.length);
                }),
                label);
        setRouterIgnore(true);
    }
}
