package io.shouxin.record.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.shouxin.record.CsvFile;
import java.io.OutputStream;
import java.util.function.Supplier;

/** A list to download, read and written row by row when it is asked for. */
final class CsvLink extends Anchor {

    CsvLink(String label, String fileName, Supplier<CsvFile> content) {
        super(
                (DownloadHandler) event -> {
                    CsvFile csv = content.get();
                    event.setFileName(fileName);
                    event.setContentType("text/csv;charset=UTF-8");
                    // Closed only when it is whole: a browser takes what was closed for the whole file.
                    OutputStream out = event.getOutputStream();
                    csv.writeTo(out);
                    out.close();
                },
                label);
        setRouterIgnore(true);
    }
}
