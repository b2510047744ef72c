package io.shouxin.record.imports;

import io.shouxin.record.imports.UnreadableFile.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Inflates an xlsx once, keeping nothing, before the workbook library may: what an archive says about its own sizes can lie. Refuses
 * zip bombs and cell addresses beyond column XFD, for which the library would allocate a row of that width.
 */
final class ArchiveCheck {

    private static final Pattern EPOCH_1904 = Pattern.compile("date1904\\s*=\\s*[\"'](?:1|true)[\"']");
    private static final int MAX_WORKBOOK_PART = 1024 * 1024;
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final Pattern RELATION = Pattern.compile("<Relationship\\s[^>]*>");
    private static final Pattern ID = Pattern.compile("\\sId=[\"']([^\"']+)[\"']");
    private static final Pattern TARGET = Pattern.compile("\\sTarget=[\"'](?:/xl/)?([^\"']+)[\"']");
    private static final int MAX_RATIO = 100;
    private static final long RATIO_COUNTS_FROM = 4L * 1024 * 1024;
    private static final long MAX_SHARED_STRINGS = 128L * 1024 * 1024;

    private final ReadingLimits limits;

    ArchiveCheck(ReadingLimits limits) {
        this.limits = limits;
    }

    /**
     * What the library does not tell.
     *
     * @param epoch1904 whether the workbook counts its days from 1904: the library knows only the spelling "true", and Excel writes "1"
     * @param merged cells merged over rows, by the id by which the workbook knows a worksheet
     */
    record Checked(boolean epoch1904, Map<String, MergedCells> merged) {}

    Checked check(FileContent content) {
        StringBuilder workbook = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        Map<String, MergedCells> merged = new HashMap<>();
        Set<String> names = new HashSet<>();
        long total = 0;
        try (ZipInputStream zip = new ZipInputStream(content.open())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                if (names.size() > limits.archiveEntries()) {
                    throw new UnreadableFile(Reason.ARCHIVE_TOO_LARGE);
                }
                StringBuilder kept = entry.getName().equals(RELATIONS) ? relations : workbook;
                MergedCells cells = new MergedCells();
                total = inflate(zip, entry.getName(), total, content.size(), kept, new MergedCells.Watch(cells));
                merged.put(entry.getName(), cells);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(e);
        }
        if (!names.contains("xl/workbook.xml")) {
            throw new UnreadableFile(
                    names.contains("xl/workbook.bin") || names.contains("content.xml")
                            ? Reason.OTHER_OFFICE_FORMAT
                            : Reason.NOT_A_SPREADSHEET);
        }
        Map<String, MergedCells> byId = new HashMap<>();
        Matcher relation = RELATION.matcher(relations);
        while (relation.find()) {
            Matcher id = ID.matcher(relation.group());
            Matcher target = TARGET.matcher(relation.group());
            MergedCells cells = id.find() && target.find() ? merged.get("xl/" + target.group(1)) : null;
            if (cells != null) {
                byId.put(id.group(1), cells);
            }
        }
        return new Checked(EPOCH_1904.matcher(workbook).find(), byId);
    }

    private long inflate(
            ZipInputStream zip,
            String name,
            long before,
            long archiveSize,
            StringBuilder kept,
            MergedCells.Watch merges)
            throws IOException {
        boolean worksheet = name.startsWith("xl/worksheets/");
        AddressWatch watch = new AddressWatch();
        byte[] buffer = new byte[64 * 1024];
        long size = 0;
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
            size += n;
            long total = before + size;
            boolean bomb = total > RATIO_COUNTS_FROM && total / Math.max(1, archiveSize) > MAX_RATIO;
            if (bomb
                    || total > limits.inflatedBytes()
                    || (name.equals("xl/sharedStrings.xml") && size > MAX_SHARED_STRINGS)) {
                throw new UnreadableFile(Reason.ARCHIVE_TOO_LARGE);
            }
            if ((name.equals("xl/workbook.xml") || name.equals(RELATIONS)) && kept.length() < MAX_WORKBOOK_PART) {
                kept.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
            }
            if (worksheet) {
                merges.see(buffer, n);
            }
            if (worksheet && watch.sawTooWide(buffer, n)) {
                throw new UnreadableFile(Reason.TOO_MANY_COLUMNS, limits.columns());
            }
        }
        return before + size;
    }

    static UnreadableFile damaged(Exception cause) {
        UnreadableFile damaged = new UnreadableFile(Reason.DAMAGED);
        damaged.addSuppressed(new IllegalStateException(cause.getClass().getName()));
        return damaged;
    }

    /**
     * Finds {@code r="AAAA…}: an address of four or more letters, across buffer ends. The name must be just {@code r}: Excel declares
     * {@code xmlns:r="http…} in every sheet.
     */
    private static final class AddressWatch {
        private int state;

        boolean sawTooWide(byte[] buffer, int length) {
            for (int i = 0; i < length; i++) {
                int c = buffer[i];
                if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                    state = state == 2 || state == 3 ? state : 1;
                } else if (state == 1) {
                    state = c == 'r' ? 2 : 0;
                } else if (state == 2) {
                    state = c == '=' ? 3 : 0;
                } else if (state == 3) {
                    state = c == '"' || c == '\'' ? 4 : 0;
                } else if (state >= 4 && ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))) {
                    if (++state > 7) {
                        return true;
                    }
                } else {
                    state = 0;
                }
            }
            return false;
        }
    }
}
