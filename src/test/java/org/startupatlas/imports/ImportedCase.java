package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.startupatlas.testing.Atlas;

/** One of the committed files that spreadsheets have been seen to hold, imported. */
record ImportedCase(JobAnswer job, JsonNode report) {

    /** Imports a file of the cases. */
    static ImportedCase of(String name, String pathAndQuery) {
        try (InputStream file = ImportedCase.class.getResourceAsStream("/imports/cases/" + name + ".csv")) {
            JobAnswer job = Imports.awaitEnd(Imports.send(202, pathAndQuery, "text/csv", file.readAllBytes()));
            return new ImportedCase(job, Imports.report(job));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Requires the number of rows created, updated, unchanged and refused. */
    ImportedCase rows(long created, long updated, long unchanged, long refused) {
        assertEquals(
                new JobAnswer.Rows(created + updated + unchanged + refused, created, updated, unchanged, refused),
                job.rows(),
                report::toString);
        return this;
    }

    /** Returns a line {@code line field code value} for each entry of a part of the report. */
    List<String> entries(String part) {
        List<String> entries = new ArrayList<>();
        for (JsonNode each : report.get(part)) {
            entries.add(String.join(
                    " ",
                    each.get("line").asText(),
                    each.get("field").asText(),
                    each.get("code").asText(),
                    each.get("value").asText()));
        }
        return entries;
    }

    /** Returns the texts of a column that were read as "unknown". */
    List<String> unknown(String field) {
        for (JsonNode column : job.detected().get("columns")) {
            if (field.equals(column.get("field").asText())) {
                return StreamSupport.stream(column.get("unknown").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
            }
        }
        return List.of();
    }

    /** Returns a value of a record, as text. */
    static String value(String path, String pointer) {
        return Atlas.tree("/v1/" + path).at(pointer).asText();
    }

    /** Returns the records whose name begins with a text, by name. */
    static List<JsonNode> records(String resource, String prefix) {
        List<JsonNode> records = new ArrayList<>();
        Atlas.tree("/v1/" + resource + "?limit=200&sort=name&name__starts=" + Atlas.encode(prefix))
                .get("data")
                .forEach(records::add);
        return records;
    }

    /** Returns a member of records, null if it is unknown. */
    static List<String> texts(List<JsonNode> records, String member) {
        List<String> texts = new ArrayList<>();
        records.forEach(record -> texts.add(record.get(member).textValue()));
        return texts;
    }
}
