package io.shouxin.record.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.shouxin.platform.Branch;
import io.shouxin.record.Imports;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** A drop area for one list, with the branch it is for where there are several. */
final class UploadPanel extends Div {

    /** As {@code spring.servlet.multipart.max-file-size}; the reader has the same limit. */
    private static final int LARGEST = 50 * 1024 * 1024;

    private final Imports imports;
    private final Consumer<UUID> received;
    private final Div problems = new Div();
    private final Select<Branch> branch = new Select<>();
    private final Upload upload;

    UploadPanel(Imports imports, List<Branch> branches, Consumer<UUID> received) {
        this.imports = imports;
        this.received = received;
        Texts texts = UiTexts.current();
        this.upload = upload(texts);
        if (branches.isEmpty()) {
            add(Notice.warning(texts.get("imports.upload.title"), texts.get("imports.upload.none")));
            return;
        }
        branch.setLabel(texts.get("imports.upload.branch"));
        branch.setItems(branches);
        branch.setItemLabelGenerator(Branch::name);
        branch.setVisible(branches.size() > 1);
        upload.setVisible(branches.size() == 1);
        Paragraph first = new Paragraph(texts.get("imports.upload.branch-first"));
        first.setVisible(branches.size() > 1);
        branch.addValueChangeListener(chosen -> {
            upload.setVisible(chosen.getValue() != null);
            first.setVisible(chosen.getValue() == null);
        });
        if (branches.size() == 1) {
            branch.setValue(branches.get(0));
        }
        add(new Panel(
                texts.get("imports.upload.title"),
                new Paragraph(texts.get("imports.upload.words")),
                branch,
                first,
                upload,
                problems,
                new Paragraph(texts.get("imports.upload.safe"))));
    }

    private Upload upload(Texts texts) {
        Upload area = ComponentTexts.localize(
                new Upload(UploadHandler.inMemory((file, content) -> take(file.fileName(), content))));
        area.setMaxFiles(1);
        area.setMaxFileSize(LARGEST);
        area.setUploadButton(Buttons.primary(texts.get("imports.upload.button"), () -> {}));
        area.setDropLabel(new Span(texts.get("imports.upload.drop")));
        area.addFileRejectedListener(rejected -> refuse(texts.get("imports.upload.too-large")));
        area.setWidthFull();
        return area;
    }

    private void take(String fileName, byte[] content) {
        problems.removeAll();
        upload.clearFileList();
        Branch chosen = branch.getValue();
        if (chosen == null) {
            refuse(UiTexts.text("imports.upload.branch-missing"));
            return;
        }
        try {
            received.accept(imports.prepare(fileName, content, chosen.id()));
        } catch (InvalidInput refused) {
            problems.add(ErrorBox.of(refused));
        } catch (AccessRefused refused) {
            refuse(UiTexts.text("imports.upload.none"));
        }
    }

    private void refuse(String why) {
        problems.removeAll();
        problems.add(new ErrorBox(UiTexts.text("ui.error.check"), why));
    }
}
