package org.startupatlas.explore.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Source;

/** Shows what sources say of a record and of its fields. */
public final class SourceTexts {

    private static final String CONFIDENCES = "provenance.confidence";

    private final Texts texts;
    private final ObjectNode record;

    public SourceTexts(Texts texts, ObjectNode record) {
        this.texts = texts;
        this.record = record;
    }

    /** Returns the sources that speak of a field or of a part of it, those first whose value the record has. */
    public List<Source> of(String field) {
        return claims().filter(claim -> isOf(field, claim.path("field").asText("")))
                .map(this::source)
                .sorted((one, other) -> Boolean.compare(other.isUsed(), one.isUsed()))
                .toList();
    }

    /** Returns the sources that speak of the record as a whole. */
    public List<Source> ofRecord() {
        return claims().filter(claim -> claim.path("field").isNull())
                .map(this::source)
                .toList();
    }

    /** A claim about the year of foundation is one about its date. */
    private static boolean isOf(String field, String claimed) {
        return claimed.equals(field)
                || claimed.startsWith(field + ".")
                || field.equals("founded") && claimed.equals("founded_year");
    }

    private Stream<JsonNode> claims() {
        return StreamSupport.stream(record.path("provenance").spliterator(), false);
    }

    private Source source(JsonNode claim) {
        return new Source(
                value(claim),
                claim.get("publisher").textValue(),
                webAddress(claim.path("url").textValue()),
                date(claim),
                label(CONFIDENCES, claim.path("confidence").asText()),
                claim.path("used").booleanValue(),
                claim.path("note").textValue());
    }

    /** Returns when the source was published or, if that is not known, when it was read; null if neither is known. */
    private String date(JsonNode claim) {
        String kind = claim.hasNonNull("published") ? "published" : "seen";
        return claim.hasNonNull(kind)
                ? texts.get("source." + kind, texts.date(claim.get(kind).textValue()))
                : null;
    }

    /** Returns an address that a page may link to; null for others, which may be scripts. */
    public static String webAddress(String url) {
        return url != null && (url.startsWith("https://") || url.startsWith("http://")) ? url : null;
    }

    private String value(JsonNode claim) {
        String absent = claim.path("absent").textValue();
        return absent == null
                ? claim.path("value").textValue()
                : texts.get("source.absent", label("provenance.absent", absent));
    }

    private String label(String path, String code) {
        return Labels.of(record, path, code);
    }
}
