package io.shouxin.request.ui.staff;

import io.shouxin.record.HeldRecord;
import io.shouxin.record.PeopleSearch;
import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.record.Records;
import io.shouxin.shared.Texts;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.Subject;
import io.shouxin.subject.Subjects;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** People who were found, masked, as lists show them. */
@Component
class PeopleRows {

    private final PeopleSearch search;
    private final PersonData people;
    private final Records records;
    private final Subjects subjects;

    PeopleRows(PeopleSearch search, PersonData people, Records records, Subjects subjects) {
        this.search = search;
        this.people = people;
        this.records = records;
        this.subjects = subjects;
    }

    /** @param by what the typed text was taken for */
    record Row(Subject subject, PersonData.Card card, IdentifierKind by, long records) {

        String label(Texts texts) {
            return PeopleRows.label(subject, card, records, texts);
        }
    }

    /** How the lists name somebody who was chosen on another page. */
    String label(UUID subject, Texts texts) {
        return label(
                subjects.get(subject),
                people.card(subject, Purpose.CASE),
                records.of(subject).size(),
                texts);
    }

    private static String label(Subject subject, PersonData.Card card, long records, Texts texts) {
        return texts.get(
                "staff.people.item",
                card.maskedName(),
                card.maskedPhone(),
                texts.get("staff.subjectKind." + subject.kind().name()),
                records);
    }

    /** Whether only another branch knows somebody by exactly this number; nothing is said of them. */
    boolean knownElsewhere(String typed) {
        return search.knownElsewhere(typed);
    }

    List<Row> find(String typed) {
        List<PeopleSearch.Found> found = search.find(typed);
        List<UUID> ids = found.stream().map(PeopleSearch.Found::subject).toList();
        Map<UUID, PersonData.Card> cards = people.cards(ids, Purpose.CASE);
        Map<UUID, Long> counts =
                records.of(ids).stream().collect(Collectors.groupingBy(HeldRecord::subjectId, Collectors.counting()));
        return found.stream()
                .map(each -> new Row(
                        subjects.get(each.subject()),
                        cards.getOrDefault(
                                each.subject(), new PersonData.Card(each.subject(), "", List.of(), List.of(), "")),
                        each.by(),
                        counts.getOrDefault(each.subject(), 0L)))
                .toList();
    }
}
