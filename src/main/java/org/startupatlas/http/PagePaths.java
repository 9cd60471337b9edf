package org.startupatlas.http;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.startupatlas.schema.Language;

/** The paths of pages for people: {@code /explore/{language}/…}, and below it {@code embed/…} for other sites. */
public final class PagePaths {

    public static final String ROOT = "/explore";

    /** The segment below the language that embedded pages have. */
    public static final String EMBED = "embed";

    /** The resources whose records have a page each. */
    private static final Set<String> WITH_PAGES = Set.of("startups", "programs", "partners", "indicators");

    private static final Pattern IN_A_LANGUAGE = Pattern.compile(ROOT + "/(fr|ar|en)(/.*)?");

    private static final Pattern EMBEDDED = Pattern.compile(ROOT + "/(fr|ar|en)/" + EMBED + "/.*");

    private PagePaths() {}

    /** Returns whether a path is that of a page, or of a file that pages load; false for the null of a malformed request. */
    public static boolean isPage(String path) {
        return path != null && (path.equals(ROOT) || path.startsWith(ROOT + "/"));
    }

    /** Returns whether other sites show the page in a frame. */
    public static boolean isEmbedded(String path) {
        return EMBEDDED.matcher(path).matches();
    }

    /** Returns the path of the page of a record, whose resource has such pages. */
    public static String ofRecord(Language language, String resource, String slug) {
        return String.join("/", ROOT, language.code(), resource, slug);
    }

    /** Returns whether each record of a resource has a page. */
    public static boolean hasPages(String resource) {
        return WITH_PAGES.contains(resource);
    }

    /** Returns the language of the page; empty if the path has none. */
    public static Optional<Language> language(String path) {
        Matcher page = IN_A_LANGUAGE.matcher(path == null ? "" : path);
        return page.matches() ? Language.ofCode(page.group(1)) : Optional.empty();
    }
}
