package io.shouxin.platform;

/**
 * The controller (个人信息处理者): who answers for the data, and how to reach them (PIPL 17).
 *
 * @param authority the supervisory department a client may complain to
 * @param jurisdiction which set of deadlines and retention rules applies, e.g. {@code CN}
 */
public record Firm(
        String name,
        String address,
        String contactPerson,
        String contactPhone,
        String contactEmail,
        String authority,
        String jurisdiction) {}
