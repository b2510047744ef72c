package io.shouxin.record.ui;

import static io.shouxin.record.ui.ImportPages.ID;
import static io.shouxin.record.ui.ImportPages.all;

import io.shouxin.record.FittingTemplate;
import io.shouxin.record.ImportTemplate;
import io.shouxin.record.ImportTemplates;
import io.shouxin.shared.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Keeps templates in memory and notes what was done with them. */
final class FakeTemplates implements ImportTemplates {

    List<ImportTemplate> all = List.of();
    List<FittingTemplate> fitting = List.of();
    final List<String> changes = new ArrayList<>();

    @Override
    public List<ImportTemplate> all() {
        return all;
    }

    @Override
    public List<FittingTemplate> fitting(UUID importId) {
        return fitting;
    }

    @Override
    public UUID save(UUID importId, String name, Map<Integer, String> columnToField, boolean firstRowIsHeader) {
        if (name.isBlank()) {
            throw new InvalidInput("/name", "imports.template.name.wrong", 60);
        }
        changes.add("save " + name + " " + new TreeMap<>(columnToField) + " " + firstRowIsHeader);
        return ID;
    }

    @Override
    public void rename(UUID template, String name) {
        changes.add("rename " + name);
    }

    @Override
    public void delete(UUID template) {
        changes.add("delete");
    }
}
