package io.shouxin.notification.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** TC3-HMAC-SHA256, the signature v3 of Tencent Cloud's API (签名方法 v3), for JSON calls. */
final class TencentSignature {

    static final String CONTENT_TYPE = "application/json; charset=utf-8";

    private static final String ALGORITHM = "TC3-HMAC-SHA256";
    private static final String SIGNED = "content-type;host";

    private TencentSignature() {}

    /** The value of the header {@code Authorization}. */
    static String authorization(
            String secretId, String secretKey, String service, String host, Instant at, String payload) {
        String day = DateTimeFormatter.ISO_LOCAL_DATE.format(at.atZone(ZoneOffset.UTC));
        String canonical = String.join(
                "\n",
                "POST",
                "/",
                "",
                "content-type:" + CONTENT_TYPE,
                "host:" + host,
                "",
                SIGNED,
                Digests.sha256(payload));
        String scope = day + "/" + service + "/tc3_request";
        String toSign =
                String.join("\n", ALGORITHM, String.valueOf(at.getEpochSecond()), scope, Digests.sha256(canonical));
        byte[] key = Digests.hmac(("TC3" + secretKey).getBytes(StandardCharsets.UTF_8), day);
        key = Digests.hmac(key, service);
        key = Digests.hmac(key, "tc3_request");
        return ALGORITHM + " Credential=" + secretId + "/" + scope + ", SignedHeaders=" + SIGNED + ", Signature="
                + Digests.hex(Digests.hmac(key, toSign));
    }
}
