package io.shouxin.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Lists of a brokerage's clients who were never born: fourteen columns, check digits right, a child in every sixth row, no number in
 * every fiftieth, and one row in twenty that repeats an earlier client.
 */
final class ClientLists {

    private static final String[] HEADER = {
        "客户编号", "姓名", "性别", "手机号", "微信号", "身份证号", "意向区域", "房产地址", "成交类型", "成交日期", "成交价(万元)", "子女姓名", "子女出生日期", "备注"
    };
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂兰玉萍红建华慧巧美玲云莲真环雪荣爱妹香月莺媛";
    private static final String[] DISTRICTS = {"浦东新区", "徐汇区", "静安区", "杨浦区", "闵行区", "嘉定区"};
    private static final String[] ROADS = {"梧桐路", "海棠路", "银杏路", "玉兰路", "香樟路", "石榴路"};
    private static final String[] DEALS = {"买卖", "租赁", ""};
    private static final String CHECK = "10X98765432";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final long PHONES = 10_000_000_000L;

    private final Random random;
    private final long firstPhone;
    private int number;

    /** @param list which list it is: no two share a telephone number */
    ClientLists(int list) {
        random = new Random(list);
        firstPhone = 3 * PHONES / 10 + list * 1_000_000L;
    }

    byte[] csv(int rows) {
        StringBuilder text = new StringBuilder(String.join(",", HEADER)).append('\n');
        rows(rows, row -> text.append(String.join(",", row)).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private interface RowSink {
        void row(String[] cells);
    }

    private void rows(int count, RowSink sink) {
        List<String[]> earlier = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean again = i % 20 == 19;
            String[] row = again ? earlier.get(random.nextInt(earlier.size())).clone() : person();
            if (again) {
                row[13] = "第二次来访 " + i;
            } else if (earlier.size() < 1_000) {
                earlier.add(row);
            }
            sink.row(row);
        }
    }

    private String[] person() {
        int id = number++;
        LocalDate signed = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(3_900));
        String deal = DEALS[random.nextInt(DEALS.length)];
        boolean child = id % 6 == 0;
        return new String[] {
            "K" + (firstPhone + id),
            name(),
            random.nextBoolean() ? "男" : "女",
            id % 50 == 49 ? "" : "1" + (firstPhone + id),
            id % 3 == 0 ? "wx_" + Long.toString(firstPhone + id, 36) : "",
            id % 2 == 0 ? identityNumber(id) : "",
            DISTRICTS[random.nextInt(DISTRICTS.length)],
            DISTRICTS[random.nextInt(DISTRICTS.length)] + ROADS[random.nextInt(ROADS.length)]
                    + (1 + random.nextInt(999)) + "弄" + (1 + random.nextInt(60)) + "号" + (100 + random.nextInt(2_500))
                    + "室",
            deal,
            deal.isEmpty() ? "" : signed.toString(),
            deal.isEmpty() ? "" : String.valueOf(80 + random.nextInt(900)),
            child ? name() : "",
            child ? LocalDate.of(2014, 1, 1).plusDays(random.nextInt(4_000)).toString() : "",
            id % 4 == 0 ? "看过三次房，周末方便联系，编号 " + id : ""
        };
    }

    private String name() {
        StringBuilder name = new StringBuilder().append(SURNAMES.charAt(random.nextInt(SURNAMES.length())));
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            name.append(GIVEN.charAt(random.nextInt(GIVEN.length())));
        }
        return name.toString();
    }

    /** Of a district that no one was ever born in: each number once, and its check character right. */
    private String identityNumber(int id) {
        LocalDate born = LocalDate.of(1950, 1, 1).plusDays((firstPhone / 1_000_000 * 37 + id / 1_000) % 18_000);
        String first = "3101%02d%s%03d"
                .formatted(firstPhone / 1_000_000 % 100, born.toString().replace("-", ""), id % 1_000);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (first.charAt(i) - '0') * WEIGHTS[i];
        }
        return first + CHECK.charAt(sum % 11);
    }

    /** The same as Excel writes it: every text in one table of the workbook, once. */
    byte[] xlsx(int rows) {
        Map<String, Integer> texts = new LinkedHashMap<>();
        StringBuilder sheet = new StringBuilder(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        int[] line = {0};
        RowSink sink = cells -> {
            int n = ++line[0];
            sheet.append("<row r=\"").append(n).append("\">");
            for (int i = 0; i < cells.length; i++) {
                if (!cells[i].isEmpty()) {
                    int text = texts.computeIfAbsent(cells[i], t -> texts.size());
                    sheet.append("<c r=\"")
                            .append((char) ('A' + i))
                            .append(n)
                            .append("\" t=\"s\"><v>")
                            .append(text)
                            .append("</v></c>");
                }
            }
            sheet.append("</row>");
        };
        sink.row(HEADER);
        rows(rows, sink);
        sheet.append("</sheetData></worksheet>");
        StringBuilder strings =
                new StringBuilder("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        texts.keySet().forEach(text -> strings.append("<si><t>").append(text).append("</t></si>"));
        strings.append("</sst>");
        String doc = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String pack = "http://schemas.openxmlformats.org/package/2006/relationships";
        return zip(Map.of(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + part("workbook", "sheet.main")
                        + part("worksheets/sheet1", "worksheet")
                        + part("sharedStrings", "sharedStrings")
                        + part("styles", "styles")
                        + "</Types>",
                "_rels/.rels",
                "<Relationships xmlns=\"" + pack + "\"><Relationship Id=\"rId1\" Type=\"" + doc
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"" + pack + "\"><Relationship Id=\"rId1\" Type=\"" + doc
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + doc
                        + "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId3\" Type=\"" + doc
                        + "/styles\" Target=\"styles.xml\"/></Relationships>",
                "xl/styles.xml",
                "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><fonts count=\"1\"><font/></fonts>"
                        + "<fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
                        + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"1\"><xf/></cellXfs></styleSheet>",
                "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" + doc
                        + "\"><sheets><sheet name=\"客户\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
                "xl/worksheets/sheet1.xml",
                sheet.toString(),
                "xl/sharedStrings.xml",
                strings.toString()));
    }

    private static String part(String name, String kind) {
        return "<Override PartName=\"/xl/" + name
                + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + kind
                + "+xml\"/>";
    }

    private static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            Writer writer = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                writer.write(entry.getValue());
                writer.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
