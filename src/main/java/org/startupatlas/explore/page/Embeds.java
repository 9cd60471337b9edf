package org.startupatlas.explore.page;

/** Writes the HTML by which other sites show a page. */
public final class Embeds {

    private Embeds() {}

    /** Returns an inline frame with the page at that path; its title is escaped, as names may contain quotes. */
    public static String html(PageRequest request, String path, String title, int height) {
        return "<iframe src=\"" + request.origin() + path + "\" title=\"" + escaped(title)
                + "\" width=\"600\" height=\"" + height + "\" loading=\"lazy\"></iframe>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
