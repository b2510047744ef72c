package io.shouxin.platform;

import java.util.Locale;

/**
 * The controller (个人信息处理者): who answers for the data, and how to reach them (PIPL 17).
 *
 * @param authority the supervisory department a client may complain to
 * @param authorityEnglish its name for those who read English, empty where none is known
 * @param jurisdiction which set of deadlines and retention rules applies, e.g. {@code CN}
 */
public record Firm(
        String name,
        String address,
        String contactPerson,
        String contactPhone,
        String contactEmail,
        String authority,
        String authorityEnglish,
        String jurisdiction) {

    /** In English with the Chinese name beside it, which is the one on its door. */
    public String authorityIn(Locale locale) {
        return locale.getLanguage().equals("en") && !authorityEnglish.isBlank()
                ? authorityEnglish + " (" + authority + ")"
                : authority;
    }
}
