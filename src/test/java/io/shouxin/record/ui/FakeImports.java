package io.shouxin.record.ui;

import static io.shouxin.record.ui.ImportPages.ID;
import static io.shouxin.record.ui.ImportPages.view;

import io.shouxin.record.CsvFile;
import io.shouxin.record.FindingPlace;
import io.shouxin.record.ImportState;
import io.shouxin.record.ImportView;
import io.shouxin.record.Imports;
import io.shouxin.record.ReadingChoice;
import io.shouxin.record.RejectView;
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Answers as an import with one rejected row, and refuses a mapping that names nobody. */
final class FakeImports implements Imports {

    int looks;
    ImportView shown = view(ImportState.COMPLETED, null, 3000);
    final List<String> steps = new ArrayList<>();

    final List<ReadingChoice> readAs = new ArrayList<>();

    @Nullable UUID discarded;

    final Map<Integer, String> mapped = new HashMap<>();

    @Override
    public UUID receive(String fileName, byte[] content, UUID branch, @Nullable Map<String, String> mapping) {
        return ID;
    }

    @Override
    public UUID receive(String fileName, byte[] content, UUID branch, @Nullable Map<String, String> mapping, Actor by) {
        return ID;
    }

    @Override
    public UUID prepare(String fileName, byte[] content, UUID branch) {
        return ID;
    }

    @Override
    public UUID receive(
            String fileName,
            byte[] content,
            UUID branch,
            @Nullable Map<String, String> mapping,
            ReadingChoice reading) {
        return ID;
    }

    @Override
    public void readAs(UUID id, ReadingChoice reading) {
        if ("Big5".equals(reading.charset())) {
            throw new InvalidInput("/charset", "imports.unreadable.OTHER_CHARSET", "Big5");
        }
        readAs.add(reading);
    }

    @Override
    public ImportView get(UUID id) {
        return shown;
    }

    @Override
    public void tryFirst(UUID id, Map<Integer, String> columnToField, boolean firstRowIsHeader) {
        map(id, columnToField, firstRowIsHeader);
        steps.add("try");
    }

    @Override
    public void run(UUID id) {
        steps.add("run");
    }

    @Override
    public void columnsAgain(UUID id) {
        steps.add("columns");
    }

    @Override
    public void pause(UUID id) {
        steps.add("pause");
    }

    @Override
    public void resume(UUID id) {
        steps.add("resume");
    }

    @Override
    public void giveUp(UUID id) {
        steps.add("give up");
    }

    @Override
    public List<ImportView> list(int offset, int limit) {
        return List.of();
    }

    @Override
    public Map<Integer, List<String>> samples(UUID id) {
        return Map.of(0, List.of("王**"));
    }

    @Override
    public void map(UUID id, Map<Integer, String> columnToField, boolean firstRowIsHeader) {
        if (!columnToField.containsValue("NAME")) {
            throw new InvalidInput("", "imports.mapping.nobody");
        }
        mapped.putAll(columnToField);
    }

    @Override
    public List<FindingPlace> findings(UUID id, String code, int offset, int limit) {
        return IntStream.rangeClosed(offset + 1, Math.min(120, offset + limit))
                .mapToObj(row -> new FindingPlace("二月", 10_000 + row, "手机号", code))
                .toList();
    }

    @Override
    public List<RejectView> rejects(UUID id) {
        looks++;
        return List.of(new RejectView(0, "一月", 7, null, "NOBODY_IN_ROW", "第七行", new ArrayList<>(List.of("第七行"))));
    }

    @Override
    public List<RejectView> rejects(UUID id, int most) {
        return rejects(id).stream().limit(most).toList();
    }

    @Override
    public CsvFile rejectsCsv(UUID id, Locale locale) {
        return out -> {};
    }

    @Override
    public CsvFile findingsCsv(UUID id, Locale locale) {
        return out -> {};
    }

    @Override
    public void discard(UUID id) {
        discarded = id;
    }

    @Override
    public void purge(UUID id) {
        looks = -1;
    }

    @Override
    public void resumeUnfinished() {
        looks = 0;
    }
}
