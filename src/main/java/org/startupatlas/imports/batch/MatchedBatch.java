package org.startupatlas.imports.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.startupatlas.imports.batch.ImportOptions.Mode;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.imports.match.RowMatch;
import org.startupatlas.imports.match.RowMatch.MatchKey;
import org.startupatlas.imports.match.RowMatcher;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.type.ValueTypes;
import org.startupatlas.write.batch.BatchWriter;
import org.startupatlas.write.batch.BatchWriter.Entry;

/**
 * The rows of a batch, matched with the records in the registry.
 *
 * @param matches one match for each row, in the order of the rows
 * @param writable the indexes of the rows that are written
 * @param entries what is written of each writable row
 * @param hasUnknownReferences whether a row refers to a record that a row before it may create
 */
public record MatchedBatch(
        List<RowMatch> matches, List<Integer> writable, List<Entry> entries, boolean hasUnknownReferences) {

    public MatchedBatch {
        matches = List.copyOf(matches);
        writable = List.copyOf(writable);
        entries = List.copyOf(entries);
    }

    public static MatchedBatch of(
            ResourceSchema schema,
            ImportOptions options,
            ImportProvenance provenance,
            RowMatcher matcher,
            List<ImportRow> rows) {
        RowMatcher.Matches matched = matcher.match(schema, rows, options.isSureByName());
        List<RowMatch> matches = matched.matches();
        List<Integer> writable = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (problems(options, rows.get(i), matches.get(i)).isEmpty()) {
                writable.add(i);
                entries.add(entry(schema, options, provenance, rows.get(i), matches.get(i)));
            }
        }
        return new MatchedBatch(matches, writable, entries, matched.hasUnknownReferences());
    }

    /** Returns the batch with the records to create prepared before the transaction. */
    public MatchedBatch drafted(BatchWriter writer, ResourceSchema schema) {
        return new MatchedBatch(matches, writable, writer.withDrafts(schema, entries), hasUnknownReferences);
    }

    /** Returns the values that were not written over others when the records were last patched; empty for new records. */
    List<RowPatch.Difference> differences(int entry) {
        return entries.get(entry).patch() instanceof RowPatch patch ? patch.differences() : List.of();
    }

    /** Returns the problems of a row that are known without validating its values. */
    static List<Violation> problems(ImportOptions options, ImportRow row, RowMatch match) {
        if (row.problems().isEmpty() && isThere(options, match)) {
            return List.of(Violation.ofWhole("already-there", match.existingId().toString()));
        }
        List<Violation> problems = new ArrayList<>(row.problems());
        problems.addAll(match.problems());
        return problems;
    }

    /** Whether a row is refused because it may only create its record, so that its values do not matter. */
    static boolean isThere(ImportOptions options, RowMatch match) {
        return match.existingId() != null && options.mode() == Mode.CREATE;
    }

    /** Creates the entry of a row. An existing record keeps the slug and the name by which it was matched. */
    static Entry entry(
            ResourceSchema schema, ImportOptions options, ImportProvenance provenance, ImportRow row, RowMatch match) {
        ObjectNode values = JsonNodeFactory.instance.objectNode().setAll(row.record());
        JsonNode id = values.remove("id");
        if (schema.hasCodeIds()) {
            JsonNode slug = values.remove("slug");
            id = id == null ? slug : id;
        } else if (match.existingId() != null && match.matchKey() != MatchKey.ID) {
            values.remove("slug");
        }
        if (match.matchKey() == MatchKey.NAME) {
            values.remove("name");
        }
        RegionOfCity.rename(schema, values);
        if (match.existingId() != null) {
            RowPatch patch = new RowPatch(values, options.conflict(), provenance.source(row));
            return Entry.ofExisting(values, match.existingId(), provenance.additions(row, patch), patch);
        }
        RegionOfCity.derive(schema, values);
        String ownId = id != null && id.isTextual() ? ownId(schema, id.textValue()) : null;
        return Entry.ofNew(values, ownId, provenance.additions(row, null));
    }

    /** Returns the id of a row in its stored form; null if it is no id, for which the row is refused. */
    private static String ownId(ResourceSchema schema, String id) {
        if (schema.hasCodeIds()) {
            return id;
        }
        return ValueTypes.isUuid(id) ? UUID.fromString(id).toString() : null;
    }
}
