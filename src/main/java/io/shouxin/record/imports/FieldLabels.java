package io.shouxin.record.imports;

import io.shouxin.shared.Texts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a field of a {@link RecordDraft} is called on a screen or in a letter. */
public final class FieldLabels {

    private static final Pattern NUMBERED = Pattern.compile("(.+)_(\\d+)");

    private FieldLabels() {}

    public static String label(Texts texts, String field) {
        if (new FieldCode(field).isUnknown()) {
            return texts.get("imports.field.UNKNOWN") + " " + field.substring(field.indexOf('_') + 1);
        }
        for (String suffix : new String[] {RowDrafts.AS_WRITTEN, RowDrafts.READ_AS}) {
            if (field.endsWith(suffix)) {
                String base = field.substring(0, field.length() - suffix.length());
                return texts.get("imports.field" + suffix.toLowerCase(java.util.Locale.ROOT), label(texts, base));
            }
        }
        Matcher numbered = NUMBERED.matcher(field);
        if (numbered.matches() && !texts.has("imports.field." + field)) {
            return label(texts, numbered.group(1)) + " " + numbered.group(2);
        }
        return texts.get("imports.field." + field);
    }
}
