package org.startupatlas.imports.cell;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.startupatlas.record.TextNormalizer;
import org.startupatlas.record.WebAddress;

/**
 * Who says what a file or one of its rows holds.
 *
 * @param publisher the publisher of the source; null if none is named
 * @param url where it was published, or null
 * @param published when it was published, a partial date, or null
 * @param confidence a code of the vocabulary {@code confidences}, or null
 */
public record ClaimSource(String publisher, String url, String published, String confidence) {

    /** Names no source. */
    public static final ClaimSource NONE = new ClaimSource(null, null, null, null);

    public static final String SOURCE = "source";
    public static final String SOURCE_URL = "source_url";
    public static final String SOURCE_DATE = "source_date";
    public static final String CONFIDENCE = "confidence";

    /** The names of the columns and parameters. */
    private static final Set<String> NAMES = Set.of(SOURCE, SOURCE_URL, SOURCE_DATE, CONFIDENCE);

    /** What of a source is only an address: it is published where the address leads. */
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)\\S+", Pattern.CASE_INSENSITIVE);

    /** Returns whether a column of a file says where its values are from. */
    public static boolean isName(String column) {
        return column != null && NAMES.contains(column);
    }

    /** Returns the source that texts name; what is only an address is also the link. */
    public static ClaimSource of(String source, String url, String published, String confidence) {
        String name = source == null ? null : TextNormalizer.normalize(source, false);
        if (name != null && ADDRESS.matcher(name).matches()) {
            String link = name.toLowerCase(Locale.ROOT).startsWith("www.") ? "https://" + name : name;
            if (WebAddress.isPublic(link)) {
                return new ClaimSource(host(link), url == null ? link : url, published, confidence);
            }
        }
        return new ClaimSource(name, url, published, confidence);
    }

    /**
     * Returns the source of a row: what it leaves out is that of the file, and what has only a link is published by its
     * host. The link and the date of a file belong to its publisher: a row that names another one does not get them.
     */
    public ClaimSource within(ClaimSource file) {
        String ofFile = file.publisher == null ? host(file.url) : file.publisher;
        String ofRow = publisher == null ? file.publisher : publisher;
        String name = ofRow == null ? host(url == null ? file.url : url) : ofRow;
        boolean isOfFile = ofFile == null || ofFile.equals(name);
        return new ClaimSource(
                name,
                url == null && isOfFile ? file.url : url,
                published == null && isOfFile ? file.published : published,
                confidence == null ? file.confidence : confidence);
    }

    /** Returns whether a source is named. */
    public boolean isNamed() {
        return publisher != null;
    }

    private static String host(String link) {
        return link == null ? null : URI.create(link).getHost().toLowerCase(Locale.ROOT);
    }
}
