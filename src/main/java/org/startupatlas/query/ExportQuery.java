package org.startupatlas.query;

import java.util.List;
import java.util.Optional;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.parameter.PointInTime;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;

/**
 * A parsed and validated request for an export: the records of a resource at one revision.
 *
 * @param schema the resource
 * @param condition the condition that a record must satisfy
 * @param fields the dotted names of the fields to return, or null for all
 * @param language the language of texts, or null for all three
 * @param format the format of the response
 * @param byteOrderMark whether a CSV file begins with a byte order mark, by which Excel recognizes UTF-8
 * @param manifest whether to return the description of the export instead of the export
 * @param asOf the point in time as of which the records are returned, or null for now
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

    /** The formats of exports. The first is the default, because it can be read and split line by line. */
    public static final List<Format> FORMATS = List.of(Format.NDJSON, Format.CSV, Format.XLSX, Format.JSON);

    /** The name of the export of all resources. */
    public static final String ALL_RECORDS = "all.zip";

    public ExportQuery {
        fields = fields == null ? null : List.copyOf(fields);
    }

    /** Returns the query for all records of a resource as CSV. */
    public static ExportQuery table(ResourceSchema schema) {
        return new ExportQuery(schema, Condition.ALWAYS, null, null, Format.CSV, false, false, null);
    }

    /** Returns the fields to return; empty for all. */
    public Optional<List<String>> shownFields() {
        return Optional.ofNullable(fields);
    }
}
