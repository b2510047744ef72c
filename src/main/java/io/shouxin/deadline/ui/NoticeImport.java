package io.shouxin.deadline.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.shouxin.deadline.CaseNames;
import io.shouxin.deadline.DueDateMoved;
import io.shouxin.deadline.HolidayNotices;
import io.shouxin.deadline.NoticeCheck;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.UiTexts;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Loads one notice in two steps: what is in it and which dates it would move, then the confirmation. */
final class NoticeImport extends Div {

    private static final int LARGEST = 64 * 1024;
    private static final int SHOWN_MOVES = 50;

    private final HolidayNotices notices;
    private final CaseNames cases;
    private final IntConsumer loaded;
    private final Texts texts = UiTexts.current();
    private final RadioButtonGroup<Integer> year = new RadioButtonGroup<>();
    private final TextField source = new TextField();
    private final TextArea pasted = new TextArea();
    private final Upload upload;
    private final Div result = new Div();

    /** @param loaded called with the year that was loaded */
    NoticeImport(HolidayNotices notices, CaseNames cases, IntConsumer loaded) {
        this.notices = notices;
        this.cases = cases;
        this.loaded = loaded;
        year.setLabel(texts.get("clock.notice.year"));
        year.setItems(notices.importable());
        year.setItemLabelGenerator(String::valueOf);
        source.setLabel(texts.get("clock.notice.sourceLabel"));
        source.setHelperText(texts.get("clock.notice.sourceHelp"));
        source.setWidthFull();
        pasted.setLabel(texts.get("clock.notice.paste"));
        pasted.setWidthFull();
        pasted.setMaxHeight("20em");
        upload = upload();
        result.getElement().setAttribute("aria-live", "polite");
        Pre example = new Pre("date,kind,name\n2026-01-01,holiday,元旦\n2026-01-04,workday,元旦");
        add(new Panel(
                texts.get("clock.notice.title"),
                new Paragraph(texts.get("clock.notice.lead")),
                example,
                year,
                source,
                upload,
                pasted,
                Buttons.quiet(texts.get("clock.notice.check"), this::checkPasted),
                result));
    }

    private Upload upload() {
        Upload area = ComponentTexts.localize(new Upload(UploadHandler.inMemory((file, content) -> check(content))));
        area.setMaxFiles(1);
        area.setMaxFileSize(LARGEST);
        area.setUploadButton(Buttons.quiet(texts.get("clock.notice.file"), () -> {}));
        area.setDropLabel(new Span(texts.get("clock.notice.drop")));
        area.addFileRejectedListener(rejected -> refuse(texts.get("clock.notice.tooLong")));
        area.setWidthFull();
        return area;
    }

    private void checkPasted() {
        check(pasted.getValue().getBytes(StandardCharsets.UTF_8));
    }

    /** Shows every finding in words, or what taking it over would do. */
    void check(byte[] file) {
        upload.clearFileList();
        result.removeAll();
        Integer chosen = year.getValue();
        if (chosen == null) {
            refuse(texts.get("clock.notice.yearMissing"));
            return;
        }
        NoticeCheck notice = notices.check(chosen, file);
        if (!notice.isGood()) {
            result.add(new ErrorBox(
                    texts.get("clock.notice.findings", notice.findings().size()),
                    notice.findings().stream()
                            .map(finding -> finding.words(texts))
                            .toList()));
            return;
        }
        preview(notice);
    }

    private void preview(NoticeCheck notice) {
        List<DueDateMoved> moves = notices.wouldMove(notice);
        result.add(Notice.info(
                texts.get(
                        "clock.notice.good",
                        String.valueOf(notice.year()),
                        notice.days().size()),
                moves.isEmpty() ? texts.get("clock.notice.movesNone") : texts.get("clock.notice.moves", moves.size())));
        if (!moves.isEmpty()) {
            result.add(table(moves));
        }
        Button confirm = Buttons.primary(texts.get("clock.notice.confirm"), () -> takeOver(notice));
        confirm.setDisableOnClick(true);
        result.add(confirm);
    }

    private PlainTable table(List<DueDateMoved> moves) {
        List<DueDateMoved> first = moves.stream().limit(SHOWN_MOVES).toList();
        Map<UUID, String> names =
                cases.referencesOf(first.stream().map(DueDateMoved::caseId).toList());
        PlainTable table = new PlainTable(
                texts.get("clock.notice.case"), texts.get("clock.notice.from"), texts.get("clock.notice.to"));
        first.forEach(
                move -> table.row(new Span(names.getOrDefault(move.caseId(), "—")), day(move.from()), day(move.to())));
        if (moves.size() > SHOWN_MOVES) {
            table.row(new Span(texts.get("clock.notice.more", moves.size() - SHOWN_MOVES)), new Span(), new Span());
        }
        return table;
    }

    private static Span day(@Nullable LocalDate day) {
        return day == null ? new Span("—") : new Span(new TimeText(day));
    }

    private void takeOver(NoticeCheck notice) {
        try {
            int moved = notices.takeOver(notice, source.getValue());
            result.removeAll();
            pasted.clear();
            result.add(Notice.done(
                    texts.get("clock.notice.done", String.valueOf(notice.year())),
                    texts.get("clock.notice.doneMoved", moved)));
            loaded.accept(notice.year());
        } catch (InvalidInput refused) {
            result.removeAll();
            preview(notice);
            result.add(ErrorBox.of(refused));
        } catch (StateRefused changed) {
            refuse(texts.get("clock.notice.changed"));
        } catch (AccessRefused refused) {
            refuse(texts.get("clock.notice.notYours"));
        }
    }

    private void refuse(String why) {
        result.removeAll();
        result.add(new ErrorBox(UiTexts.text("ui.error.check"), why));
    }
}
