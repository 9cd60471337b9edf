package org.startupatlas.openapi.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/**
 * Adds a schema for the codes of each vocabulary. Curators add codes, so the bundled codes are an extensible
 * enumeration and not a closed one: generated clients can still read records with a code they do not know.
 */
public final class CodeSchemas {

    private static final String VOCABULARIES = "/bundle/vocabularies.ndjson";
    private static final String EXTENSIBLE_ENUM = "x-extensible-enum";
    private static final int MAX_CODE_LENGTH = 64;

    private final SchemaRegistry registry;
    private final Components components;

    public CodeSchemas(SchemaRegistry registry, Components components) {
        this.registry = registry;
        this.components = components;
    }

    /** Returns the name of the schema of a vocabulary's codes. */
    static String name(String vocabulary) {
        return vocabulary.equals(ResourceSchema.COUNTRIES) ? "CountryCode" : ComponentNames.pascal(vocabulary) + "Code";
    }

    /** Adds a schema for each vocabulary that a field takes its codes from. */
    public void add() {
        Set<String> used = new TreeSet<>();
        for (ResourceSchema resourceSchema : registry.schemas()) {
            resourceSchema.fields().forEach(field -> addVocabularies(field, used));
            resourceSchema.derivedFields().forEach(derivedField -> addVocabularies(derivedField.field(), used));
        }
        Map<String, List<String>> bundled = bundled();
        for (String vocabulary : used) {
            components.addSchema(
                    name(vocabulary),
                    vocabulary.equals(ResourceSchema.COUNTRIES)
                            ? country()
                            : code(vocabulary, bundled.get(vocabulary)));
        }
    }

    private static void addVocabularies(Field field, Set<String> used) {
        if (field.vocabulary() != null) {
            used.add(field.vocabulary());
        }
        field.parts().forEach(part -> addVocabularies(part, used));
    }

    private static Schema country() {
        return ValueSchemas.string(2)
                .minLength(1)
                .pattern("^[A-Z]{2}$")
                .description("A country by its alpha-2 code of ISO 3166-1, as /v1/countries lists them.");
    }

    private static Schema code(String vocabulary, List<String> codes) {
        Schema schema = ValueSchemas.string(MAX_CODE_LENGTH)
                .minLength(1)
                .pattern("^[A-Za-z0-9_-]+$")
                .description("A code of /v1/vocabularies/" + vocabulary + ", to which curators may add others.");
        schema.addExtension(EXTENSIBLE_ENUM, codes);
        return schema;
    }

    /** Returns the codes of the vocabularies that every database is initialised with. */
    private static Map<String, List<String>> bundled() {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        try (InputStream bytes = CodeSchemas.class.getResourceAsStream(VOCABULARIES);
                MappingIterator<JsonNode> vocabularies =
                        new JsonMapper().readerFor(JsonNode.class).readValues(bytes)) {
            while (vocabularies.hasNext()) {
                JsonNode vocabulary = vocabularies.next();
                codes.put(vocabulary.get("id").textValue(), codes(vocabulary.get("terms")));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(VOCABULARIES, unreadable);
        }
        return codes;
    }

    private static List<String> codes(JsonNode terms) {
        List<String> codes = new ArrayList<>();
        terms.forEach(term -> codes.add(term.get("code").textValue()));
        return codes;
    }
}
