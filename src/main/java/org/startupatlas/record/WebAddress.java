package org.startupatlas.record;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Absolute URLs of the web. */
public final class WebAddress {

    /** Names that no public DNS resolves (RFC 6761, RFC 6762, RFC 9476 and usage). */
    private static final Set<String> PRIVATE_DOMAINS =
            Set.of("localhost", "localdomain", "local", "internal", "lan", "home.arpa");

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private WebAddress() {}

    /** Returns the host of an absolute URL of HTTP or HTTPS; empty if the text is none. */
    public static Optional<String> host(String text) {
        try {
            URI url = new URI(text);
            boolean isWeb = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            return isWeb ? Optional.ofNullable(url.getHost()) : Optional.empty();
        } catch (URISyntaxException invalid) {
            return Optional.empty();
        }
    }

    /**
     * Returns whether the text is an absolute URL whose host is public: neither this machine, nor one of a private
     * network, nor a name without a dot. Nothing is resolved.
     */
    public static boolean isPublic(String text) {
        return host(text).filter(WebAddress::isPublicHost).isPresent();
    }

    private static boolean isPublicHost(String host) {
        if (host.startsWith("[") || IPV4.matcher(host).matches()) {
            return isPublicAddress(host);
        }
        String name = (host.endsWith(".") ? host.substring(0, host.length() - 1) : host).toLowerCase(Locale.ROOT);
        return name.indexOf('.') > 0 && PRIVATE_DOMAINS.stream().noneMatch(domain -> name.endsWith("." + domain));
    }

    private static boolean isPublicAddress(String literal) {
        try {
            InetAddress address = InetAddress.getByName(literal);
            return !(address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || address.isLinkLocalAddress()
                    || address.isSiteLocalAddress()
                    || address.isMulticastAddress()
                    || isReserved(address.getAddress()));
        } catch (UnknownHostException invalid) {
            return false;
        }
    }

    /** Returns whether it is of a block that Java does not name: 0/8, 100.64/10, 240/4, fc00::/7. */
    private static boolean isReserved(byte[] address) {
        int first = address[0] & 0xFF;
        if (address.length > 4) {
            return (first & 0xFE) == 0xFC;
        }
        boolean isShared = first == 100 && (address[1] & 0xC0) == 64;
        return first == 0 || isShared || first >= 240;
    }
}
