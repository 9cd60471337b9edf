package org.startupatlas.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.startupatlas.query.Parameter;

/** The address of another page of the same list. */
final class PageLink {

    private PageLink() {}

    static String of(String path, List<Parameter> parameters, String cursor) {
        StringBuilder link = new StringBuilder(path).append('?');
        parameters.stream()
                .filter(parameter -> !parameter.name().equals("cursor"))
                .forEach(parameter -> link.append(encode(parameter.name()))
                        .append('=')
                        .append(encode(parameter.value()))
                        .append('&'));
        return link.append("cursor=").append(cursor).toString();
    }

    private static String encode(String text) {
        // A comma means a list here, and may stand in a query (RFC 3986, section 3.4).
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2C", ",");
    }
}
