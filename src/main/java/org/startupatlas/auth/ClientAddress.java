package org.startupatlas.auth;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.HexFormat;

/** The client address used for rate limits. */
final class ClientAddress {

    private static final int IPV6_BYTES = 16;

    /**
     * The length of an IPv6 prefix: a subscriber has a whole /64 (RFC 6177), and could send every attempt from another
     * of its addresses.
     */
    private static final int IPV6_PREFIX_BYTES = 8;

    private ClientAddress() {}

    /** Returns the address of a request; of an IPv6 address only the prefix that the subscriber cannot choose. */
    static String of(HttpServerRequest request) {
        return of(request.remoteAddress().host());
    }

    static String of(String host) {
        byte[] bytes = host == null ? null : NetUtil.createByteArrayFromIpAddressString(host);
        if (bytes == null) {
            return String.valueOf(host); // an identifier from a proxy (RFC 7239, section 6.3), or no address at all
        }
        return bytes.length == IPV6_BYTES && !isIpv4Mapped(bytes)
                ? HexFormat.of().formatHex(bytes, 0, IPV6_PREFIX_BYTES)
                : HexFormat.of().formatHex(bytes, Math.max(0, bytes.length - 4), bytes.length);
    }

    /** Returns whether the bytes are an IPv4-mapped IPv6 address (RFC 4291, section 2.5.5.2). */
    private static boolean isIpv4Mapped(byte[] bytes) {
        byte[] prefix = new byte[12];
        prefix[10] = -1;
        prefix[11] = -1;
        return Arrays.equals(bytes, 0, 12, prefix, 0, 12);
    }
}
