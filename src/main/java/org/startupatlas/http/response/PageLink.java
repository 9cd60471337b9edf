package org.startupatlas.http.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.QueryString;

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
        List<Parameter> next = new ArrayList<>(without("cursor", parameters));
        next.add(new Parameter("cursor", cursor));
        return path + "?" + QueryString.write(next);
    }

    /** Returns the link to the changes of a resource after a revision, with the filters of a list. */
    public static String toFeed(long revision, String resource, List<Parameter> filters) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter("resource", resource));
        parameters.addAll(filters);
        return since("/v1/changes", parameters, revision);
    }

    /** Returns the link to the same changes after another revision. */
    static String since(String path, List<Parameter> parameters, long revision) {
        List<Parameter> changes = new ArrayList<>();
        changes.add(new Parameter("since", String.valueOf(revision)));
        changes.addAll(without("since", parameters));
        return path + "?" + QueryString.write(changes);
    }

    private static List<Parameter> without(String name, List<Parameter> parameters) {
        return parameters.stream()
                .filter(parameter -> !parameter.name().equals(name))
                .toList();
    }
}
