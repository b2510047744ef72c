package io.shouxin.record.imports;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Known header names, from {@code imports/column-aliases.csv}. */
final class ColumnAliases {

    private static final Pattern BRACKETS = Pattern.compile("[(\\[【〔「<《][^)\\]】〕」>》]*[)\\]】〕」>》]");
    private static final Pattern DECORATION = Pattern.compile("[\\s*:_/\\\\#\"'。,、-]|必填|选填|\\d+$|^\\d+");
    private static final Pattern TEN_THOUSAND = Pattern.compile("万");

    /** Words before a header that change nothing: the row is about the client anyway. */
    private static final List<String> OF_THE_CLIENT =
            List.of("客户", "业主", "顾客", "会员", "用户", "雇主", "本人", "买方", "卖方", "房东", "租客", "租户", "出租方", "承租方", "甲方", "您的");

    /** Words before a header that make it another person's column. */
    private static final Map<String, String> OF_OTHERS = Map.ofEntries(
            Map.entry("配偶", "SPOUSE_"),
            Map.entry("爱人", "SPOUSE_"),
            Map.entry("子女", "CHILD_"),
            Map.entry("孩子", "CHILD_"),
            Map.entry("小孩", "CHILD_"),
            Map.entry("宝宝", "CHILD_"),
            Map.entry("儿童", "CHILD_"),
            Map.entry("服务员", "WORKER_"),
            Map.entry("服务人员", "WORKER_"),
            Map.entry("家政员", "WORKER_"),
            Map.entry("家政人员", "WORKER_"),
            Map.entry("阿姨", "WORKER_"),
            Map.entry("保姆", "WORKER_"),
            Map.entry("护工", "WORKER_"),
            Map.entry("月嫂", "WORKER_"),
            Map.entry("育儿嫂", "WORKER_"),
            Map.entry("共有人", "CO_OWNER_"),
            Map.entry("产权共有人", "CO_OWNER_"),
            Map.entry("紧急联系人", "EMERGENCY_CONTACT_"),
            Map.entry("联系人", "CONTACT_"),
            Map.entry("代理人", "AGENT_"),
            Map.entry("委托人", "AGENT_"),
            Map.entry("介绍人", "REFERRER_"),
            Map.entry("推荐人", "REFERRER_"));

    private static final ColumnAliases STANDARD = new ColumnAliases();

    private final Map<String, Alias> aliases = new HashMap<>();

    /**
     * @param unlessMissing the field that the header means where no other column of the sheet is it
     */
    record Alias(FieldCode field, @Nullable FieldCode unlessMissing, double confidence) {}

    private ColumnAliases() {
        for (NamedCsvRecord row : CsvResource.read("column-aliases.csv")) {
            String unless = row.getField("unless_missing");
            Alias alias = new Alias(
                    new FieldCode(row.getField("field")), unless.isEmpty() ? null : new FieldCode(unless), 1.0);
            Alias earlier = aliases.put(normalForm(row.getField("alias")), alias);
            if (earlier != null && !earlier.equals(alias)) {
                throw new IllegalStateException("A column alias has two meanings");
            }
        }
    }

    static ColumnAliases standard() {
        return STANDARD;
    }

    /** Header text without units, numbering and decoration. */
    static String normalForm(String header) {
        String plain = Chars.halfWidth(header).toLowerCase(Locale.ROOT);
        plain = BRACKETS.matcher(plain).replaceAll("");
        return Chars.withoutSpaces(DECORATION.matcher(plain).replaceAll(""));
    }

    /** What money under this header is multiplied by to give yuan. */
    static int unit(String header) {
        return TEN_THOUSAND.matcher(header).find() ? 10_000 : 1;
    }

    /** What the header means, or null. A word for another person in front of a known header never falls back to the client. */
    @Nullable Alias find(String header) {
        if (header.length() > 40) {
            return null;
        }
        String plain = normalForm(header);
        if (plain.isEmpty()) {
            return null;
        }
        Alias exact = aliases.get(plain);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, String> other : OF_OTHERS.entrySet()) {
            if (plain.startsWith(other.getKey())) {
                Alias base =
                        aliases.get(plain.substring(other.getKey().length()).replaceAll("^的", ""));
                if (base != null) {
                    FieldCode field = new FieldCode(other.getValue() + base.field());
                    if (FieldCatalogue.standard().knows(field)) {
                        return new Alias(field, null, 0.9);
                    }
                }
            }
        }
        for (String client : OF_THE_CLIENT) {
            if (plain.startsWith(client)) {
                Alias base = aliases.get(plain.substring(client.length()).replaceAll("^的", ""));
                if (base != null) {
                    return new Alias(base.field(), base.unlessMissing(), 0.9);
                }
            }
        }
        return null;
    }
}
