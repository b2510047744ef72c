package io.shouxin.record.imports;

import io.shouxin.shared.Sector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The two sample files, and files made for a test. */
public final class Files {

    static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);

    private Files() {}

    public static byte[] sample(String name) {
        try (InputStream in = Files.class.getResourceAsStream("/imports/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Sheet sheet(String name) {
        return new SheetReader().read(sample(name), name);
    }

    static Sheet csv(String text) {
        return new SheetReader().read(text.getBytes(StandardCharsets.UTF_8), "clients.csv");
    }

    static ColumnMap columns(Sheet sheet) {
        return new HeaderDetector().detect(sheet);
    }

    static List<InterpretedRow> interpret(Sheet sheet) {
        return new RowInterpreter(columns(sheet), Sector.BROKERAGE, AS_OF).interpret(sheet);
    }

    /** The drafts of each person, people in the order of their first row; a row's words alone make nobody the same here. */
    static List<List<PersonDraft>> people(List<InterpretedRow> rows) {
        PersonGroups groups = groups(rows);
        Map<Integer, List<PersonDraft>> people = new LinkedHashMap<>();
        int draft = 0;
        for (InterpretedRow row : rows) {
            for (PersonDraft person : row.persons()) {
                people.computeIfAbsent(groups.person(draft++), first -> new ArrayList<>())
                        .add(person);
            }
        }
        return List.copyOf(people.values());
    }

    /** The numbers of the rows in which somebody may be a person of an earlier row. */
    static List<Integer> doubtfulRows(List<InterpretedRow> rows) {
        PersonGroups groups = groups(rows);
        return IntStream.range(0, rows.size())
                .filter(i -> !groups.doubts(i).isEmpty())
                .map(i -> rows.get(i).rowNumber())
                .boxed()
                .toList();
    }

    /** Whoever may be one person, by what rows call them: the earlier and the later of each two. */
    static List<List<String>> doubts(List<InterpretedRow> rows) {
        PersonGroups groups = groups(rows);
        List<PersonDraft> drafts =
                rows.stream().flatMap(row -> row.persons().stream()).toList();
        return IntStream.range(0, rows.size())
                .mapToObj(groups::doubts)
                .flatMap(List::stream)
                .map(doubt -> List.of(
                        drafts.get(doubt.earlier()).ref(),
                        drafts.get(doubt.later()).ref()))
                .toList();
    }

    private static PersonGroups groups(List<InterpretedRow> rows) {
        PersonGroups groups = new PersonGroups();
        rows.forEach(row -> groups.add(new InterpretedRow(row.rowNumber(), row.persons(), List.of(), List.of())));
        groups.join();
        return groups;
    }

    /** A delimited text of the sheet's rows. */
    static String delimited(Sheet sheet, char delimiter) {
        StringBuilder text = new StringBuilder();
        for (Row row : sheet.rows()) {
            for (int i = 0; i < sheet.width(); i++) {
                String value = row.cell(i).text().replace("\"", "\"\"");
                text.append(i == 0 ? "" : String.valueOf(delimiter))
                        .append('"')
                        .append(value)
                        .append('"');
            }
            text.append("\r\n");
        }
        return text.toString();
    }

    /** An xlsx of inline strings and numbers (a {@link Number}; a day number with the date style if it is an Integer). */
    static byte[] xlsx(boolean epoch1904, List<? extends List<?>> rows) {
        return workbook(epoch1904, sheetXml(rows));
    }

    /** An xlsx with these sheets, in their order. */
    public static byte[] xlsx(Map<String, ? extends List<? extends List<?>>> sheets) {
        Map<String, String> xml = new LinkedHashMap<>();
        sheets.forEach((name, rows) -> xml.put(name, sheetXml(rows)));
        return workbook(false, xml);
    }

    /** The same workbook with one of its sheets hidden. */
    public static byte[] hiding(byte[] workbook, String sheet) throws IOException {
        return changed(
                workbook,
                (part, xml) -> part.equals("xl/workbook.xml")
                        ? xml.replace("<sheet name=\"" + sheet + "\"", "<sheet state=\"hidden\" name=\"" + sheet + "\"")
                        : xml);
    }

    /** The same workbook with cells of each of its sheets merged. */
    public static byte[] merging(byte[] workbook, String range) throws IOException {
        String merges = "<mergeCells count=\"1\"><mergeCell ref=\"" + range + "\"/></mergeCells></worksheet>";
        return changed(workbook, (part, xml) -> xml.replace("</worksheet>", merges));
    }

    private static byte[] changed(byte[] workbook, BinaryOperator<String> change) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        entries.replaceAll(change);
        return zip(entries);
    }

    private static String sheetXml(List<? extends List<?>> rows) {
        StringBuilder xml = new StringBuilder(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (int r = 0; r < rows.size(); r++) {
            xml.append("<row r=\"").append(r + 1).append("\">");
            List<?> cells = rows.get(r);
            for (int c = 0; c < cells.size(); c++) {
                String address = column(c) + (r + 1);
                Object value = cells.get(c);
                if (value instanceof Integer) {
                    xml.append("<c r=\"" + address + "\" s=\"1\"><v>" + value + "</v></c>");
                } else if (value instanceof Number) {
                    xml.append("<c r=\"" + address + "\"><v>" + value + "</v></c>");
                } else {
                    String text = value.toString().replace("&", "&amp;").replace("<", "&lt;");
                    xml.append("<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>");
                }
            }
            xml.append("</row>");
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    static byte[] workbook(boolean epoch1904, String sheetXml) {
        return workbook(epoch1904, Map.of("s", sheetXml));
    }

    private static byte[] workbook(boolean epoch1904, Map<String, String> sheets) {
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String doc = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String pack = "http://schemas.openxmlformats.org/package/2006/relationships";
        StringBuilder types = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        StringBuilder names = new StringBuilder();
        Map<String, String> entries = new HashMap<>();
        sheets.forEach((name, xml) -> {
            int n = relations.toString().split("<Relationship ", -1).length;
            types.append("<Override PartName=\"/xl/worksheets/sheet" + n + ".xml\" ContentType=\""
                    + "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
            relations.append("<Relationship Id=\"rId" + n + "\" Type=\"" + doc
                    + "/worksheet\" Target=\"worksheets/sheet" + n + ".xml\"/>");
            names.append("<sheet name=\"" + name + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\"/>");
            entries.put("xl/worksheets/sheet" + n + ".xml", xml);
        });
        entries.putAll(
                Map.of(
                        "[Content_Types].xml",
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                                + types
                                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>",
                        "_rels/.rels",
                        "<Relationships xmlns=\"" + pack + "\"><Relationship Id=\"rId1\" Type=\"" + doc
                                + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships xmlns=\"" + pack + "\">" + relations + "<Relationship Id=\"styles\" Type=\""
                                + doc + "/styles\" Target=\"styles.xml\"/></Relationships>",
                        "xl/workbook.xml",
                        "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + doc + "\"><workbookPr date1904=\""
                                + (epoch1904 ? 1 : 0) + "\"/><sheets>" + names + "</sheets></workbook>",
                        "xl/styles.xml",
                        "<styleSheet xmlns=\"" + main
                                + "\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills>"
                                + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                                + "<cellXfs count=\"2\"><xf/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"));
        return zip(entries);
    }

    static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String column(int index) {
        String tail = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? tail : column(index / 26 - 1) + tail;
    }
}
