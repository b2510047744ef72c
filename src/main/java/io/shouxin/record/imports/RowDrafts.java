package io.shouxin.record.imports;

import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import io.shouxin.record.DealType;
import io.shouxin.shared.Sector;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what one row says, person by person and category by category, and decides at the end what comes of it. */
final class RowDrafts {

    /** Behind a field's code: the cell as it was typed, where only a part of it could be read. */
    static final String AS_WRITTEN = "_AS_WRITTEN";
    /** Behind a field's code: what a yes or no column was taken to say. */
    static final String READ_AS = "_READ_AS";

    private static final String CLIENT = "CLIENT";
    private static final Set<String> SERVICE_FIELDS =
            Set.of("SERVICE_TYPE", "SIGNED_ON", "ENDED_ON", "CONTRACT_NUMBER", "PRICE", "SERVICE_START");
    private static final Set<String> DEAL_FIELDS =
            Set.of("SIGNED_ON", "ENDED_ON", "CONTRACT_NUMBER", "PRICE", "COMMISSION");
    private static final Pattern NO_DEAL = Pattern.compile("(?i)无|没有|暂无|否|未(成交|签约?)|[-—/]+|none|n/a|no");

    private final int row;
    private final Sector sector;
    private final LocalDate asOf;
    private final Map<String, DraftedPerson> persons = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, LocalDate> clientDates = new LinkedHashMap<>();
    private int childNames;
    private int childDates;

    RowDrafts(int row, Sector sector, LocalDate asOf) {
        this.row = row;
        this.sector = sector;
        this.asOf = asOf;
        person(CLIENT, PersonRole.CLIENT);
    }

    /** Where the values of one cell go. */
    final class Slot {
        private final MappedColumn column;
        private final FieldDefinition definition;
        private final String group;

        private Slot(MappedColumn column, FieldDefinition definition, String group) {
            this.column = column;
            this.definition = definition;
            this.group = group;
        }

        String field() {
            return definition.field().value();
        }

        private DraftedPerson owner() {
            return person(group, definition.person());
        }

        void put(String value) {
            owner().put(definition.category(), definition.classification(), field(), value);
            if (definition.person() == PersonRole.CHILD) {
                childNames += definition.normaliser() == FieldDefinition.Normaliser.NAME ? 1 : 0;
                childDates += field().equals("CHILD_BIRTH_DATE") ? 1 : 0;
            }
        }

        void putBeside(String key, String value) {
            owner().put(definition.category(), definition.classification(), key, value);
        }

        void identify(String value, boolean reliable) {
            IdentifierType type = definition.identifier();
            if (type != null) {
                identifyAs(type, value, reliable);
            }
        }

        void identifyAs(IdentifierType type, String value, boolean reliable) {
            owner().identify(type, value, reliable);
        }

        void date(LocalDate date) {
            if (field().equals("BIRTH_DATE") || field().equals("CHILD_BIRTH_DATE")) {
                owner().born(date);
                if (date.isAfter(asOf)) {
                    problem(ProblemCode.BIRTH_DATE_IN_FUTURE);
                }
            } else if (group.equals(CLIENT)) {
                clientDates.putIfAbsent(field(), date);
            }
        }

        void problem(ProblemCode code) {
            RowDrafts.this.problem(column, code);
        }

        void problems(List<ProblemCode> codes) {
            codes.forEach(this::problem);
        }
    }

    /** The place for a cell; a person other than the client is one per repeated column and per part of a cell. */
    Slot slot(MappedColumn column, FieldDefinition definition, int part) {
        String group = definition.group();
        if (!group.equals(CLIENT)) {
            group += column.occurrence() > 1 ? ":" + column.occurrence() : "";
            group += part > 1 ? "." + part : "";
        }
        return new Slot(column, definition, group);
    }

    void problem(MappedColumn column, ProblemCode code) {
        problems.add(Problem.of(row, column.index(), code));
    }

    InterpretedRow finish() {
        DraftedPerson client = person(CLIENT, PersonRole.CLIENT);
        String company = client.field(Category.IDENTITY, "COMPANY_NAME");
        if (!client.has(IdentifierType.NAME) && company != null) {
            client.identify(IdentifierType.NAME, company, true);
        }
        if (!client.isSomebody()) {
            problems.add(Problem.ofRow(row, ProblemCode.NOBODY_IN_ROW));
            return new InterpretedRow(row, List.of(), List.of(), problems);
        }
        warnOfMissing(client);
        if (childNames > 0 && childDates > 0 && childNames != childDates) {
            problems.add(Problem.ofRow(row, ProblemCode.CHILD_DATE_UNPAIRED));
        }
        LocalDate signed = clientDates.get("SIGNED_ON");
        LocalDate ended = clientDates.get("ENDED_ON");
        if (signed != null && ended != null && ended.isBefore(signed)) {
            problems.add(Problem.ofRow(row, ProblemCode.DATES_REVERSED));
        }
        DealType deal = deal(client);
        List<PersonDraft> people = new ArrayList<>();
        List<RecordDraft> records = new ArrayList<>();
        for (DraftedPerson person : persons.values()) {
            people.add(person.draft(person == client ? null : client.ref()));
            boolean party = person.isPartyToDeal();
            person.records(
                    asOf,
                    (category, classification, fields) -> records.add(new RecordDraft(
                            person.ref(),
                            category,
                            classification,
                            fields,
                            party ? deal : null,
                            party ? signed : null,
                            party ? ended : null,
                            party ? clientDates.get("LAST_CONTACT_ON") : null,
                            clientDates.get("RECORDED_ON"))));
        }
        return new InterpretedRow(row, people, records, problems);
    }

    private void warnOfMissing(DraftedPerson client) {
        if (!client.has(IdentifierType.NAME)) {
            problems.add(Problem.ofRow(row, ProblemCode.NO_NAME));
        }
        if (!client.has(IdentifierType.PHONE)) {
            problems.add(Problem.ofRow(row, ProblemCode.NO_PHONE));
            if (!client.has(IdentifierType.ID_NUMBER) && !client.has(IdentifierType.PASSPORT)) {
                problems.add(Problem.ofRow(row, ProblemCode.NO_CONTACT));
            }
        }
    }

    private @Nullable DealType deal(DraftedPerson client) {
        if (sector == Sector.HOUSEKEEPING) {
            return client.hasAny(Category.SERVICE, SERVICE_FIELDS) ? DealType.SERVICE : null;
        }
        String typed = client.field(Category.TRANSACTION, "DEAL_TYPE");
        String text = typed == null || NO_DEAL.matcher(typed).matches() ? null : typed;
        boolean lease = text != null && text.contains("租");
        boolean sale = text != null && text.matches("(?s).*(买|卖|售|购|二手|新房|一手|过户).*");
        if (lease != sale) {
            return lease ? DealType.LEASE : DealType.SALE;
        }
        if (text != null || client.hasAny(Category.TRANSACTION, DEAL_FIELDS)) {
            problems.add(Problem.ofRow(row, ProblemCode.DEAL_TYPE_UNKNOWN));
            return DealType.UNKNOWN;
        }
        return null;
    }

    private DraftedPerson person(String group, PersonRole role) {
        DraftedPerson known = persons.get(group);
        if (known == null) {
            known = new DraftedPerson(row + ":" + group, role);
            persons.put(group, known);
        }
        return known;
    }

    /** Takes the records of a person at the end, when the age and the other records decide their classification. */
    interface RecordSink {
        void accept(Category category, Classification classification, Map<String, String> fields);
    }
}
