package org.startupatlas.query;

import java.util.List;
import java.util.Optional;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.parameter.PointInTime;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;

/**
 * A request for all records of a resource at one revision, read and checked.
 *
 * @param declaration the resource asked
 * @param condition what a record must satisfy
 * @param fields the dotted names of the fields to show, or null for all
 * @param language the language to show texts in, or null for all three
 * @param format of the answer
 * @param byteOrderMark whether a table begins with the mark by which Excel knows UTF-8
 * @param manifest whether to tell what the export is, instead of sending it
 * @param asOf the moment as of which the records are shown, or null for now
 */
public record ExportQuery(
        ResourceSchema schema,
        Condition condition,
        List<String> fields,
        Language language,
        Format format,
        boolean byteOrderMark,
        boolean manifest,
        PointInTime asOf) {

    /** The formats of exports; the first where nothing is said, because it can be read and cut line by line. */
    public static final List<Format> FORMATS = List.of(Format.NDJSON, Format.CSV, Format.JSON);

    public ExportQuery {
        fields = fields == null ? null : List.copyOf(fields);
    }

    /** Everything there is of a resource, as a table. */
    public static ExportQuery table(ResourceSchema schema) {
        return new ExportQuery(schema, Condition.ALWAYS, null, null, Format.CSV, false, false, null);
    }

    /** The fields to show; empty for all. */
    public Optional<List<String>> shownFields() {
        return Optional.ofNullable(fields);
    }
}
