package io.shouxin.notification.internal;

import io.shouxin.notification.TemplateUse;
import io.shouxin.notification.Templates;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What the tests of carriers send, and how long they wait. */
final class Parcels {

    static final String PHONE = "13507451170";
    static final String KEY = "message:6f1c1d9a-0000-4000-8000-000000000001:1";
    static final Instant NOW = Instant.parse("2026-11-23T01:12:00Z");
    static final Patience SHORT = new Patience(Duration.ofSeconds(5), Duration.ofMillis(1500), Duration.ofMillis(3000));
    static final Templates TEMPLATES = new Templates(Map.of(
            "code", TemplateUse.read("t", "code", "SMS_1", "code"),
            "received", TemplateUse.read("t", "received", "222", "no=number, date")));

    private Parcels() {}

    static Parcel code() {
        return parcel("code", Map.of("firm", "某某房产", "code", "204816"));
    }

    static Parcel received() {
        return parcel("received", Map.of("firm", "某某房产", "number", "SC-2026-000482", "date", "12 月 14 日"));
    }

    static Parcel parcel(String template, Map<String, String> arguments) {
        return new Parcel(KEY, PHONE, "某某房产：关于您的申请", "【某某房产】\"验证码\" 204816", template, "zh", arguments, NOW);
    }
}
