package io.shouxin.notification.internal;

import io.shouxin.notification.Loopback;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Keeps calls out of networks that are not the internet (OWASP ASVS 1.3.6): whoever can write an address on a page must not reach
 * through it what only this machine can reach. This machine itself may be named, in so many words.
 */
final class Targets {

    private static final int BITS = 8;
    private static final int BYTE = 0xff;

    private Targets() {}

    /**
     * The Java runtime keeps a looked-up address for half a minute, so that the call that follows goes where this looked.
     *
     * @throws UnknownHostException if the name leads nowhere
     */
    static boolean mayCall(URI address) throws UnknownHostException {
        String host = address.getHost();
        if (Loopback.names(host)) {
            return true;
        }
        for (InetAddress found : InetAddress.getAllByName(host)) {
            if (!isPublic(found)) {
                return false;
            }
        }
        return true;
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & BYTE;
        int second = bytes[1] & BYTE;
        if (address instanceof Inet4Address) {
            return !(first == 0
                    || (first == 100 && second >= 64 && second < 128)
                    || (first == 192 && second == 0 && bytes[2] == 0)
                    || (first == 198 && (second == 18 || second == 19))
                    || first >= 240);
        }
        int prefix = (first << BITS) | second;
        boolean uniqueLocal = (first & 0xfe) == 0xfc;
        boolean embedsIpv4 =
                prefix == 0x2002 || prefix == 0x0064 || (prefix == 0x2001 && bytes[2] == 0 && bytes[3] == 0);
        return !uniqueLocal && !embedsIpv4 && (first & 0xe0) == 0x20;
    }
}
