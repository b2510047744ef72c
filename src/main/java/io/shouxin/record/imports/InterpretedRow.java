package io.shouxin.record.imports;

import java.util.List;

/** What became of one row. A rejected row has no people and no records; its cells stay with the import for the protocol. */
public record InterpretedRow(
        int rowNumber, List<PersonDraft> persons, List<RecordDraft> records, List<Problem> problems) {

    public InterpretedRow {
        persons = List.copyOf(persons);
        records = List.copyOf(records);
        problems = List.copyOf(problems);
    }

    /** Left out: nobody could be read from it, or it is a repeated header or a total. */
    public boolean rejected() {
        return persons.isEmpty();
    }
}
