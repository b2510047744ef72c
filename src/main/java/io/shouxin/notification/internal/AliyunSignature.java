package io.shouxin.notification.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * ACS3-HMAC-SHA256, the signature V3 of Alibaba Cloud's API (请求体和签名机制 V3), for calls whose parameters stand in the query and
 * whose body is empty.
 */
final class AliyunSignature {

    private static final String ALGORITHM = "ACS3-HMAC-SHA256";

    private AliyunSignature() {}

    /** The parameters in the canonical form, which is also how they are sent. */
    static String query(SortedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    /**
     * The value of the header {@code Authorization}.
     *
     * @param headers that are signed: {@code host} and all {@code x-acs-*}, names in lower case
     */
    static String authorization(String accessKeyId, String accessKeySecret, String query, Map<String, String> headers) {
        SortedMap<String, String> sorted = new TreeMap<>(headers);
        String signed = String.join(";", sorted.keySet());
        String canonicalHeaders = sorted.entrySet().stream()
                .map(each -> each.getKey() + ":" + each.getValue().strip() + "\n")
                .collect(Collectors.joining());
        String canonical =
                String.join("\n", "POST", "/", query, canonicalHeaders, signed, headers.get("x-acs-content-sha256"));
        String signature = Digests.hex(Digests.hmac(
                accessKeySecret.getBytes(StandardCharsets.UTF_8), ALGORITHM + "\n" + Digests.sha256(canonical)));
        return ALGORITHM + " Credential=" + accessKeyId + ",SignedHeaders=" + signed + ",Signature=" + signature;
    }

    /** Percent-encoding by RFC 3986. */
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
