package org.startupatlas.auth;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from, as far as it is counted. */
final class ClientAddress {

    private static final int IPV6_BYTES = 16;

    /** A subscriber has a whole /64 of IPv6 (RFC 6177), and could send every attempt from another address of it. */
    private static final int IPV6_SUBSCRIBER_BYTES = 8;

    private ClientAddress() {}

    /** The address; of IPv6 the part that a subscriber cannot choose. */
    static String of(HttpServerRequest request) {
        return of(request.remoteAddress().host());
    }

    static String of(String host) {
        byte[] bytes = host == null ? null : NetUtil.createByteArrayFromIpAddressString(host);
        if (bytes == null) {
            return String.valueOf(host); // what a proxy calls it (RFC 7239, section 6.3), or no address at all
        }
        return bytes.length == IPV6_BYTES && !isIpv4(bytes)
                ? HexFormat.of().formatHex(bytes, 0, IPV6_SUBSCRIBER_BYTES)
                : HexFormat.of().formatHex(bytes, Math.max(0, bytes.length - 4), bytes.length);
    }

    /** RFC 4291, section 2.5.5.2: an address of IPv4 written as one of IPv6. */
    private static boolean isIpv4(byte[] bytes) {
        byte[] prefix = new byte[12];
        prefix[10] = -1;
        prefix[11] = -1;
        return Arrays.equals(bytes, 0, 12, prefix, 0, 12);
    }
}
