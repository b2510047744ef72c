package io.shouxin.setup.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.shouxin.platform.DataDirectory;
import io.shouxin.platform.KeyBackup;
import io.shouxin.platform.KeyBackup.Verdict;
import io.shouxin.platform.KeyProperties;
import io.shouxin.setup.SetUp;
import io.shouxin.setup.SetUpAnswers;
import io.shouxin.setup.SetUpDoor;
import io.shouxin.setup.SetUpStep;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Code;
import io.shouxin.shared.ui.DefinitionTable;
import io.shouxin.shared.ui.KeyCopyCheck;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.UiTexts;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Objects;

/** Where the wrapping keys lie, and the copy of them that must open before anybody enters data. */
@Route("setup/key")
@AnonymousAllowed
class KeyPage extends SetUpPage {

    private static final String FILE = "wrapping-keys.json";

    private final KeyBackup backup;
    private final KeyProperties properties;
    private final DataDirectory data;

    KeyPage(SetUp setUp, SetUpDoor door, KeyBackup backup, KeyProperties properties, DataDirectory data) {
        super(setUp, door, SetUpStep.KEY);
        this.backup = backup;
        this.properties = properties;
        this.data = data;
    }

    @Override
    void ask(SetUpAnswers answers) {
        Texts texts = UiTexts.current();
        String holder = holder();
        boolean beside = backup.place().startsWith(data.path());
        KeyCopyCheck<Verdict> check = new KeyCopyCheck<>(
                Verdict.OPENS,
                KeyBackup.LARGEST,
                content -> setUp.checkCopy(holder, content),
                path -> setUp.checkCopy(holder, path));
        if (Objects.equals(answers.provedEpoch(), backup.currentEpoch())) {
            check.show(Verdict.OPENS);
        }
        add(question(
                        "key",
                        new DefinitionTable()
                                .row(
                                        texts.get("setup.key.place"),
                                        new Code(backup.place().toString())),
                        beside
                                ? Notice.warning(texts.get("setup.key.beside"), texts.get("setup.key.beside.text"))
                                : Notice.info(texts.get("setup.key.apart"), texts.get("setup.key.apart.text")),
                        Notice.info(
                                texts.get("setup.key.remind"),
                                texts.get(
                                        "setup.key.remind.text",
                                        properties.epoch().toDays(),
                                        properties.backupWindow().toDays())),
                        new H2(texts.get("setup.key.copy")),
                        new Paragraph(texts.get("setup.key.copy.text")),
                        download(holder, texts),
                        new H2(texts.get("setup.key.check")),
                        new Paragraph(texts.get("setup.key.check.text")),
                        check)
                .primary(texts.get("setup.continue"), () -> answer(this::requireProof, Map.of())));
    }

    private SetUpAnswers requireProof(SetUpAnswers answers) {
        if (!Objects.equals(answers.provedEpoch(), backup.currentEpoch())) {
            throw new InvalidInput("", "setup.key.error.first");
        }
        return answers;
    }

    private Anchor download(String holder, Texts texts) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] keys = setUp.keyCopy(holder);
                    return new DownloadResponse(
                            new ByteArrayInputStream(keys), FILE, "application/octet-stream", keys.length);
                }),
                texts.get("setup.key.download", FILE));
        link.setRouterIgnore(true);
        return link;
    }
}
