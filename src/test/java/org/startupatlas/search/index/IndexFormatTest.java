package org.startupatlas.search.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Fields;
import org.startupatlas.schema.Fingerprint;
import org.startupatlas.schema.ResourceSchema;

/** Tests that a change of the indexed content raises the format, so that saved indexes are rebuilt. */
@QuarkusTest
class IndexFormatTest {
    /** Fingerprints of the index of one record with a value in a field of each kind, by format. */
    private static final Map<Integer, String> FINGERPRINTS = Map.of(2, "CaM_40wNeICL");

    /** A schema of the test, so that a field added to a resource does not change the format. */
    private static final ResourceSchema SCHEMA = ResourceSchema.of("things", "thing", "thing", "Things.", Record.class)
            .fields(CommonFields.leading(true, "a-thing", "A thing"))
            .field(Fields.text("text", "A text.", "text"))
            .field(Fields.prose("prose", "A long text.", "text"))
            .field(Fields.token("token", "A token.", "text"))
            .field(Fields.tokens("tokens", "Tokens.", "text"))
            .field(Fields.link("link", "A link.", "https://example.org/"))
            .field(Fields.code("code", "codes", "A code.", "one"))
            .field(Fields.codes("codes", "codes", "Codes.", "one"))
            .field(Fields.country("country", "A country.", "MA"))
            .field(Fields.translated("translated", "A long text in each language.", "un", "واحد", "one"))
            .field(Fields.names("names", "A name in each language.", "un", "واحد", "one"))
            .field(Fields.partialDate("date", "A date.", "2024"))
            .field(Fields.reference("reference", "partners", List.of("country"), "A record.", null))
            .field(Fields.organisation("organisation", "An organisation."))
            .field(Fields.organisations("organisations", "Organisations."))
            .field(Fields.externalIds())
            .field(Fields.objects(
                    "objects",
                    "Objects.",
                    Fields.text("text", "A text.", "text"),
                    Fields.prose("prose", "A long text.", "text"),
                    Fields.code("code", "codes", "A code.", "one"),
                    Fields.translated("translated", "A text in each language.", "un", "واحد", "one")))
            .fields(CommonFields.trailing());

    private static final String TEXT =
            "L'Atelier des Startups-2 d’Œuvres, developments & développements; شَرِكَةُ النّـــخلةِ الذكيّة, Straße کی, C++";

    @Inject
    org.startupatlas.schema.Vocabularies terms;

    @TempDir
    Path folder;

    @Test
    void indexedContentEqualsTheFingerprintOfTheFormat() throws IOException {
        try (RecordIndex index = RecordIndex.create(folder, terms)) {
            index.add(SCHEMA, record());
            index.refresh();
            String content = index.search(searcher -> describe(searcher.getIndexReader()));
            assertEquals(
                    FINGERPRINTS.get(CommitMetadata.FORMAT),
                    Fingerprint.of(content),
                    "records are indexed differently: raise CommitMetadata.FORMAT, and add its fingerprint here. "
                            + content);
        }
    }

    private static ObjectNode record() {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        SCHEMA.fields().forEach(field -> record.set(field.name(), value(field)));
        return record.put("id", "1").put("slug", "one");
    }

    private static JsonNode value(Field field) {
        if (!field.parts().isEmpty()) {
            ObjectNode whole = JsonNodeFactory.instance.objectNode();
            field.parts().forEach(part -> whole.set(part.name(), value(part)));
            return field.shape() == Field.Shape.OBJECTS ? list(whole) : whole;
        }
        // An unknown code is its own label, independent of the data.
        JsonNode value = JsonNodeFactory.instance.textNode(field.vocabulary() == null ? TEXT : "unheard_of");
        return field.shape() == Field.Shape.VALUES ? list(value) : value;
    }

    private static ArrayNode list(JsonNode value) {
        return JsonNodeFactory.instance.arrayNode().add(value);
    }

    private static String describe(IndexReader reader) throws IOException {
        StringBuilder content = new StringBuilder();
        for (LeafReaderContext leaf : reader.leaves()) {
            List<FieldInfo> fields = StreamSupport.stream(
                            leaf.reader().getFieldInfos().spliterator(), false)
                    .sorted((one, other) -> one.name.compareTo(other.name))
                    .toList();
            for (FieldInfo field : fields) {
                describe(leaf.reader(), field, content);
            }
        }
        for (int i = 0; i < reader.maxDoc(); i++) {
            Document stored = reader.storedFields().document(i);
            content.append(stored.getFields().stream()
                    .map(field -> field.name() + "=" + field.stringValue())
                    .collect(Collectors.joining("\n")));
        }
        return content.toString();
    }

    private static void describe(LeafReader reader, FieldInfo field, StringBuilder content) throws IOException {
        content.append(field.name).append(' ').append(field.getIndexOptions()).append(' ');
        content.append(field.getDocValuesType()).append(' ').append(field.hasNorms());
        Terms terms = reader.terms(field.name);
        if (terms != null) {
            TermsEnum each = terms.iterator();
            while (each.next() != null) {
                content.append(' ')
                        .append(each.term().utf8ToString())
                        .append(' ')
                        .append(each.totalTermFreq());
            }
        }
        content.append('\n');
    }
}
