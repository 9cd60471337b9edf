package org.startupatlas.http.response;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.startupatlas.query.parameter.Parameter;

/** Links to further pages of a list, and to the feed that keeps a copy of it up to date. */
public final class PageLink {

    private PageLink() {}

    /** Returns a value of the {@code Link} header (RFC 8288). */
    public static String header(String link, String relation) {
        return "<" + link + ">; rel=\"" + relation + "\"";
    }

    /** Returns the {@code Link} header's value for the page after a cursor; empty if the cursor is null. */
    public static Optional<String> next(String path, List<Parameter> parameters, String cursor) {
        return Optional.ofNullable(cursor).map(text -> header(of(path, parameters, text), "next"));
    }

    private static String of(String path, List<Parameter> parameters, String cursor) {
        StringBuilder link = new StringBuilder(path).append('?');
        parameters.stream()
                .filter(parameter -> !parameter.name().equals("cursor"))
                .forEach(parameter -> link.append(encode(parameter.name()))
                        .append('=')
                        .append(encode(parameter.value()))
                        .append('&'));
        return link.append("cursor=").append(cursor).toString();
    }

    /** Returns the link to the changes of a resource after a revision, with the filters of a list. */
    public static String toFeed(long revision, String resource, List<Parameter> filters) {
        StringBuilder link = new StringBuilder("/v1/changes?since=" + revision + "&resource=" + resource);
        filters.forEach(filter ->
                link.append('&').append(encode(filter.name())).append('=').append(encode(filter.value())));
        return link.toString();
    }

    /** Returns the link to the same changes after another revision. */
    static String since(String path, List<Parameter> parameters, long revision) {
        StringBuilder link = new StringBuilder(path + "?since=" + revision);
        parameters.stream()
                .filter(parameter -> !parameter.name().equals("since"))
                .forEach(parameter -> link.append('&')
                        .append(encode(parameter.name()))
                        .append('=')
                        .append(encode(parameter.value())));
        return link.toString();
    }

    private static String encode(String text) {
        // A comma separates list values, and is allowed in a query (RFC 3986, section 3.4).
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2C", ",");
    }
}
