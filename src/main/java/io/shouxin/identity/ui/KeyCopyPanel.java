package io.shouxin.identity.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.shouxin.identity.KeyBackups;
import io.shouxin.platform.KeyBackup;
import io.shouxin.platform.KeyBackup.Verdict;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Code;
import io.shouxin.shared.ui.DefinitionTable;
import io.shouxin.shared.ui.KeyCopyCheck;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.UiTexts;

/** Whether a copy of the wrapping keys was proved that opens what is protected today; they change every few days. */
final class KeyCopyPanel extends Div {

    private final KeyBackups backups;
    private final Div state = new Div();

    KeyCopyPanel(KeyBackups backups) {
        this.backups = backups;
        Texts texts = UiTexts.current();
        add(new Panel(
                texts.get("identity.keyCopy.title"),
                state,
                new Paragraph(texts.get("identity.keyCopy.lead")),
                new KeyCopyCheck<>(
                        Verdict.OPENS,
                        KeyBackup.LARGEST,
                        content -> drawn(backups.check(content)),
                        path -> drawn(backups.check(path)))));
        drawState();
    }

    private Verdict drawn(Verdict verdict) {
        drawState();
        return verdict;
    }

    private void drawState() {
        Texts texts = UiTexts.current();
        DefinitionTable facts = new DefinitionTable()
                .row(
                        texts.get("identity.keyCopy.place"),
                        new Code(backups.place().toString()))
                .row(texts.get("identity.keyCopy.next"), new TimeText(backups.nextEpoch()));
        backups.lastProof()
                .ifPresent(proof -> facts.row(texts.get("identity.keyCopy.proved"), new TimeText(proof.provedAt())));
        state.removeAll();
        if (!backups.isProved()) {
            state.add(Notice.warning(
                    texts.get("identity.keyCopy.unproved"), texts.get("identity.keyCopy.unproved.text")));
        }
        state.add(facts);
    }
}
