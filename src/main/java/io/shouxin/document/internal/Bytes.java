package io.shouxin.document.internal;

import java.nio.charset.StandardCharsets;

/** Looks for signs in the bytes of a file. */
final class Bytes {

    private Bytes() {}

    /** Where the sign stands at or after a place, or -1. */
    static int find(byte[] content, String sign, int from) {
        byte[] sought = sign.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = Math.max(from, 0); i <= content.length - sought.length; i++) {
            int same = 0;
            while (same < sought.length && content[i + same] == sought[same]) {
                same++;
            }
            if (same == sought.length) {
                return i;
            }
        }
        return -1;
    }

    static boolean has(byte[] content, String sign, int from) {
        return find(content, sign, from) >= 0;
    }

    static int u8(byte[] content, int at) {
        return content[at] & 0xff;
    }

    static int u16(byte[] content, int at) {
        return u8(content, at) << 8 | u8(content, at + 1);
    }

    static long u32(byte[] content, int at) {
        return (long) u16(content, at) << 16 | u16(content, at + 2);
    }
}
