package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.shouxin.document.FileProblem;
import io.shouxin.request.Paper;
import io.shouxin.request.ProofFile;
import io.shouxin.request.ProofFiles;
import io.shouxin.request.ProofTexts;
import io.shouxin.request.RequestId;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.ProofUpload;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import java.util.Optional;

/** What was handed in as proof in a case: how far each file has come, a link to those that may be opened. */
final class ProofFilesPanel {

    private final ProofFiles files;
    private final RequestId id;
    private final boolean opens;
    private final Texts texts = UiTexts.current();

    /** @param opens whether this person may open files, and not only see that there are some */
    ProofFilesPanel(ProofFiles files, RequestId id, boolean opens) {
        this.files = files;
        this.id = id;
        this.opens = opens;
    }

    /** To read; nothing where there is nothing. */
    Optional<Panel> toRead() {
        List<ProofFile> all = files.of(id);
        return all.isEmpty() ? Optional.empty() : Optional.of(new Panel(texts.get("staff.files.title"), list(all)));
    }

    /** With a place to attach what somebody brought to the counter, while the case is open. */
    Optional<Panel> toChange() {
        if (!files.welcome(id)) {
            return toRead();
        }
        Div list = new Div();
        Div problems = new Div();
        draw(list);
        ProofUpload upload = new ProofUpload(content -> take(content, list, problems), why -> refuse(problems, why));
        return Optional.of(new Panel(
                texts.get("staff.files.title"),
                list,
                new Paragraph(texts.get("staff.files.attach", ProofFiles.MOST)),
                problems,
                upload));
    }

    private void draw(Div list) {
        list.removeAll();
        List<ProofFile> all = files.of(id);
        list.add(all.isEmpty() ? new Paragraph(texts.get("staff.files.none")) : list(all));
    }

    private UnorderedList list(List<ProofFile> all) {
        UnorderedList items = new UnorderedList();
        items.addClassName("handed-in");
        all.forEach(file -> items.add(item(file)));
        return items;
    }

    private ListItem item(ProofFile file) {
        ListItem item = new ListItem();
        String name = ProofTexts.name(file, texts);
        if (opens && file.state() == ProofFile.State.CLEARED) {
            Anchor link = new Anchor("/documents/proof/" + file.id(), texts.get("staff.files.open", name));
            link.setRouterIgnore(true);
            item.add(link);
        } else {
            item.add(new Span(name));
        }
        Paper paper = file.paper();
        Span state = new Span((paper == null ? "" : texts.get("staff.others.asPaper", texts.label(paper)))
                + (file.byStaff() ? texts.get("staff.files.byStaff") : "")
                + ProofTexts.state(file, texts));
        state.addClassName("small");
        item.add(new Div(state));
        return item;
    }

    private void take(byte[] content, Div list, Div problems) {
        problems.removeAll();
        try {
            FileProblem problem = files.handIn(id, content).problem();
            if (problem != null) {
                refuse(problems, texts.label(problem));
            }
        } catch (InvalidInput e) {
            problems.add(ErrorBox.of(e));
        } catch (StateRefused e) {
            refuse(problems, texts.get("staff.files.closed"));
        }
        draw(list);
    }

    private void refuse(Div problems, String why) {
        problems.removeAll();
        problems.add(new ErrorBox(texts.get("staff.files.refused"), why));
    }
}
