package io.shouxin.record.imports;

import io.shouxin.record.imports.FieldDefinition.Normaliser;
import io.shouxin.record.imports.SheetCell.Kind;
import io.shouxin.shared.Sector;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns the rows of one sheet into people and records. Nothing of a row is lost: what cannot be read stays in the record as it was
 * typed and is named as a problem. A row is left out only where it names nobody, repeats the header or is a total.
 *
 * <p>A row with a name but without a phone or identity number is imported with a warning: the firm holds that person's data and must be
 * able to erase it, though nobody can sign in for it yet.
 */
public final class RowInterpreter {

    private static final Set<String> TOTALS = Set.of("合计", "总计", "小计", "共计", "汇总", "total", "sum");
    private static final Pattern FORMULA_START = Pattern.compile("[=+\\-@＝＋－＠].+", Pattern.DOTALL);
    private static final Pattern NUMERIC = Pattern.compile("[+-]?[\\d.,\\s()-]+");
    private static final Pattern QUOTED_NUMBER = Pattern.compile("['‘’`]\\d+");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?E\\+?(1[4-9]|2\\d)");
    private static final Pattern SEVERAL_NAMES = Pattern.compile("[、,，;；/\\n]+");
    private static final Pattern SEVERAL_DATES = Pattern.compile("[、,，;；\\n]+");
    private static final int EXACT_DIGITS_OF_A_NUMBER = 15;

    private final ColumnMap map;
    private final Sector sector;
    private final LocalDate asOf;
    private final List<FieldDefinition> definitions;

    /**
     * @param firmSector the trade of the branch, for sheets whose columns do not tell
     * @param asOf the day on which ages are counted
     */
    public RowInterpreter(ColumnMap map, Sector firmSector, LocalDate asOf) {
        this.map = map;
        this.sector = map.sector() == null ? firmSector : map.sector();
        this.asOf = asOf;
        this.definitions = map.columns().stream()
                .map(column -> FieldCatalogue.standard().definition(column.field(), sector))
                .toList();
    }

    /** All rows after the header, in their order. */
    public List<InterpretedRow> interpret(Sheet sheet) {
        return sheet.rows().stream().filter(map::isData).map(this::interpret).toList();
    }

    public InterpretedRow interpret(Row row) {
        if (repeatsHeader(row)) {
            return leftOut(row, ProblemCode.REPEATED_HEADER);
        }
        if (isTotal(row)) {
            return leftOut(row, ProblemCode.TOTAL_ROW);
        }
        RowDrafts drafts = new RowDrafts(row.number(), sector, asOf);
        for (int i = 0; i < definitions.size(); i++) {
            MappedColumn column = map.columns().get(i);
            SheetCell cell = row.cell(column.index());
            if (!cell.isBlank() && !RowMark.isOurs(column.field())) {
                read(drafts, column, definitions.get(i), cell);
            }
        }
        return drafts.finish();
    }

    private static InterpretedRow leftOut(Row row, ProblemCode code) {
        return new InterpretedRow(row.number(), List.of(), List.of(), List.of(Problem.ofRow(row.number(), code)));
    }

    private boolean repeatsHeader(Row row) {
        if (map.headerRow() == 0) {
            return false;
        }
        long same = map.columns().stream()
                .filter(column -> !column.header().isEmpty()
                        && Chars.trim(row.cell(column.index()).text()).equals(column.header()))
                .count();
        return same >= 2 && same * 10 >= row.filled() * 6L;
    }

    private static boolean isTotal(Row row) {
        for (SheetCell cell : row.cells()) {
            if (!cell.isBlank()) {
                return TOTALS.contains(Chars.withoutSpaces(cell.text())
                        .toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("[:：]$", ""));
            }
        }
        return false;
    }

    private void read(RowDrafts drafts, MappedColumn column, FieldDefinition field, SheetCell cell) {
        if (cell.kind() == Kind.ERROR) {
            drafts.problem(column, ProblemCode.ERROR_VALUE);
            return;
        }
        List<String> parts = partsOf(field, cell);
        if (parts.size() == 1) {
            readPart(drafts, column, field, cell, 1);
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            readPart(drafts, column, field, SheetCell.text(parts.get(i)), i + 1);
        }
    }

    /** Several children in one cell are several people. */
    private static List<String> partsOf(FieldDefinition field, SheetCell cell) {
        boolean child = field.person() == PersonRole.CHILD && cell.kind() == Kind.TEXT;
        if (!child || (field.normaliser() != Normaliser.NAME && field.normaliser() != Normaliser.DATE)) {
            return List.of(cell.text());
        }
        Pattern separator = field.normaliser() == Normaliser.NAME ? SEVERAL_NAMES : SEVERAL_DATES;
        List<String> parts = new ArrayList<>();
        for (String part : separator.split(cell.text())) {
            if (!Chars.isBlank(part)) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? List.of(cell.text()) : parts;
    }

    private void readPart(RowDrafts drafts, MappedColumn column, FieldDefinition field, SheetCell cell, int part) {
        RowDrafts.Slot slot = drafts.slot(column, field, part);
        switch (field.normaliser()) {
            case NAME -> name(slot, cell);
            case PHONE -> phone(slot, cell);
            case ID_NUMBER -> idNumber(slot, cell);
            case BANK_ACCOUNT -> bankAccount(slot, cell);
            case DATE -> date(slot, cell);
            case MONEY -> {
                Normalised<String> money = MoneyNormaliser.normalise(cell.text(), column.unit());
                slot.problems(money.problems());
                money.first().ifPresent(slot::put);
            }
            case CLAIM -> claim(slot, cell);
            case TEXT -> text(slot, cell);
        }
    }

    private static void name(RowDrafts.Slot slot, SheetCell cell) {
        flagFormula(slot, cell);
        Normalised<NameNormaliser.PersonName> read = NameNormaliser.normalise(cell.text());
        slot.problems(read.problems());
        read.first().ifPresent(name -> {
            slot.put(name.name());
            slot.identify(name.name(), true);
            String honorific = name.honorific();
            if (honorific != null) {
                slot.putBeside("SALUTATION", honorific);
            }
        });
    }

    private static void phone(RowDrafts.Slot slot, SheetCell cell) {
        Normalised<String> read = PhoneNormaliser.normalise(cell.text());
        slot.problems(read.problems());
        for (String number : read.values()) {
            slot.put(number);
            slot.identify(number, true);
        }
        if (read.values().isEmpty() && !read.problems().isEmpty()) {
            slot.put(Chars.trim(cell.text()));
        } else if (!read.problems().isEmpty()) {
            slot.putBeside(slot.field() + RowDrafts.AS_WRITTEN, Chars.trim(cell.text()));
        }
    }

    private static void idNumber(RowDrafts.Slot slot, SheetCell cell) {
        boolean rounded = cell.kind() == Kind.NUMBER && cell.text().length() > EXACT_DIGITS_OF_A_NUMBER;
        Normalised<String> read = rounded
                ? Normalised.of(cell.text(), ProblemCode.NUMBER_ROUNDED)
                : IdentityNumber.normalise(cell.text());
        slot.problems(read.problems());
        if (read.values().isEmpty() && !read.problems().isEmpty()) {
            slot.put(Chars.trim(cell.text()));
        }
        read.first().ifPresent(number -> {
            slot.put(number);
            if (read.problems().contains(ProblemCode.ID_OTHER_DOCUMENT)) {
                slot.identifyAs(IdentifierType.PASSPORT, number, true);
            } else {
                slot.identify(number, read.problems().isEmpty());
            }
        });
    }

    private static void bankAccount(RowDrafts.Slot slot, SheetCell cell) {
        if (isRounded(cell)) {
            text(slot, cell);
            return;
        }
        flagFormula(slot, cell);
        Normalised<String> read = BankAccount.normalise(cell.text());
        slot.problems(read.problems());
        slot.put(read.first().orElse(Chars.trim(cell.text())));
    }

    private static void date(RowDrafts.Slot slot, SheetCell cell) {
        Normalised<LocalDate> read = DateNormaliser.normalise(cell);
        slot.problems(read.problems());
        if (read.values().isEmpty() && !read.problems().isEmpty()) {
            slot.put(Chars.trim(cell.text()));
        }
        read.first().ifPresent(date -> {
            slot.put(date.toString());
            slot.date(date);
        });
    }

    private static void claim(RowDrafts.Slot slot, SheetCell cell) {
        Normalised<ClaimNormaliser.Claim> read = ClaimNormaliser.normalise(cell.text());
        slot.problems(read.problems());
        slot.put(Chars.trim(cell.text()));
        read.first().ifPresent(claim -> slot.putBeside(slot.field() + RowDrafts.READ_AS, claim.name()));
    }

    private static void text(RowDrafts.Slot slot, SheetCell cell) {
        flagFormula(slot, cell);
        String text = Chars.trim(cell.text());
        if (isRounded(cell)) {
            slot.problem(ProblemCode.NUMBER_ROUNDED);
        }
        if (QUOTED_NUMBER.matcher(text).matches()) {
            text = text.substring(1);
        }
        slot.put(text);
        slot.identify(text, !isLongNumber(cell));
    }

    /** Whether the spreadsheet program has lost the last digits of a long number. */
    private static boolean isRounded(SheetCell cell) {
        return isLongNumber(cell) || SCIENTIFIC.matcher(Chars.trim(cell.text())).matches();
    }

    private static boolean isLongNumber(SheetCell cell) {
        return cell.kind() == Kind.NUMBER && Chars.trim(cell.text()).length() > EXACT_DIGITS_OF_A_NUMBER;
    }

    private static void flagFormula(RowDrafts.Slot slot, SheetCell cell) {
        String text = Chars.trim(cell.text());
        boolean written = cell.kind() == Kind.TEXT || cell.kind() == Kind.FORMULA;
        if (written
                && FORMULA_START.matcher(text).matches()
                && !NUMERIC.matcher(text).matches()) {
            slot.problem(ProblemCode.FORMULA_LIKE);
        }
    }
}
