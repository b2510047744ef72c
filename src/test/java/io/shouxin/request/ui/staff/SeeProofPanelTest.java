package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.github.mvysny.kaributesting.v10.UploadKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import io.shouxin.document.CheckedFile;
import io.shouxin.document.FileProblem;
import io.shouxin.record.Category;
import io.shouxin.request.CaseView;
import io.shouxin.request.ProofFile;
import io.shouxin.request.ProofFiles;
import io.shouxin.shared.StateRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A clerk before what a client handed in. */
class SeeProofPanelTest extends PanelTest {

    private final CaseView view = Desks.view(Desks.toDelete(Category.DEMAND));
    private final ProofFiles files = mock(ProofFiles.class);
    private final List<ProofFile> all = new ArrayList<>();

    SeeProofPanelTest() {
        when(files.of(any())).thenReturn(all);
    }

    @Test
    void a_clerk_opens_what_is_cleared_and_is_told_why_the_rest_is_shut() {
        ProofFile cleared = kept();
        cleared.clear();
        kept();
        received().refuse(FileProblem.TWO_IN_ONE);
        Component page = render();
        assertThat(_find(Anchor.class))
                .filteredOn(link -> link.getHref().startsWith("/documents/proof/"))
                .singleElement()
                .satisfies(link -> {
                    assertThat(link.getHref()).endsWith(cleared.id().toString());
                    assertThat(link.getText()).isEqualTo("下载：材料 1 · 照片 · 2 KB");
                });
        assertThat(page.getElement().getTextRecursively())
                .contains("等待安全扫描", "没有收下：文件里还藏着另一个文件", "足以证明的，写明看到了什么")
                .doesNotContain("!");
    }

    @Test
    void both_answers_need_words() {
        kept();
        render();
        press("A");
        press("N");
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        assertThat(inbox.decided).isEmpty();
        _setValue(_get(TextArea.class), "照片模糊");
        press("N");
        assertThat(inbox.decided).containsExactly(Map.of("outcome", "NOT_ENOUGH", "text", "照片模糊"));
    }

    @Test
    void what_proves_a_client_is_noted() {
        render();
        _setValue(_get(TextArea.class), "与登记一致");
        press("A");
        assertThat(inbox.decided).containsExactly(Map.of("outcome", "PROOF_SEEN", "text", "与登记一致"));
    }

    @Test
    void a_clerk_attaches_what_somebody_brought_to_the_counter() {
        when(files.welcome(any())).thenReturn(true);
        when(files.handIn(any(), any())).thenAnswer(call -> {
            ProofFile file = kept();
            file.clear();
            return file;
        });
        UI.getCurrent()
                .add(new ProofFilesPanel(files, view.request().id(), false)
                        .toChange()
                        .orElseThrow());
        assertThat(text()).contains("还没有材料");
        UploadKt._upload(_get(Upload.class), "a.jpg", new byte[] {1});
        assertThat(text()).contains("材料 1 · 照片").doesNotContain("还没有材料", "!");
        assertThat(_find(Anchor.class)).as("not for an auditor to open").isEmpty();
        when(files.handIn(any(), any())).thenThrow(new StateRefused("Request", "SC", "CLOSED", "hand in a file"));
        UploadKt._upload(_get(Upload.class), "a.jpg", new byte[] {1});
        assertThat(text()).contains("本案已不再接收材料");
    }

    private static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }

    private Component render() {
        return open(new SeeProofPanel(Desks.pages(view, files)), view, "see-proof");
    }

    private ProofFile kept() {
        ProofFile file = received();
        file.quarantine(UUID.randomUUID(), new CheckedFile("image/jpeg", new byte[2000]));
        file.submit(Desks.NOW);
        return file;
    }

    private ProofFile received() {
        ProofFile file = ProofFile.receive(UUID.randomUUID(), view.request().id(), all.size() + 1, false, Desks.NOW);
        all.add(file);
        return file;
    }
}
