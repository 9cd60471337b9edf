package org.startupatlas.openapi.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.startupatlas.openapi.schema.Examples;
import org.startupatlas.openapi.schema.RecordSchemas;
import org.startupatlas.openapi.schema.ValueSchemas;
import org.startupatlas.schema.Format;

/** Adds the path of the single codes of vocabularies. */
final class VocabularyCodePath {

    private final Paths paths;
    private final Components components;
    private final Parameters parameters;
    private final Responses responses;

    VocabularyCodePath(Paths paths, Components components, Parameters parameters, Responses responses) {
        this.paths = paths;
        this.components = components;
        this.parameters = parameters;
        this.responses = responses;
    }

    void add() {
        components.addSchema("Code", code());
        List<Parameter> all = new ArrayList<>(List.of(
                Parameters.path("id", "The vocabulary's name.", "sectors"),
                Parameters.path("code", "The code.", "fintech")));
        all.addAll(parameters.references(List.of("lang", "min_revision", "If-None-Match")));
        OpenApiDocument.addGet(
                paths,
                "/v1/vocabularies/{id}/{code}",
                OASFactory.createOperation()
                        .operationId("getVocabularyCode")
                        .addTag("Vocabularies")
                        .summary("Read one code")
                        .description("One code of a vocabulary, with its labels and the raw spellings that mean it.")
                        .parameters(all)
                        .responses(responses.of(
                                "One code.", Format.JSON.mediaType(), RecordSchemas.reference("Code"), codeExample())));
    }

    private static Schema code() {
        return RecordSchemas.object("One code of a vocabulary.")
                .addProperty("code", ValueSchemas.string(64))
                .addProperty(
                        "labels",
                        RecordSchemas.reference("Text").description("What people call it; one text with lang."))
                .addProperty("parent", RecordSchemas.nullable(ValueSchemas.string(64), false))
                .addProperty("spellings", RecordSchemas.list(ValueSchemas.string(1_000)))
                .required(List.of("code", "labels", "parent", "spellings"));
    }

    private static Map<String, Object> codeExample() {
        return Examples.of(
                "code",
                "fintech",
                "labels",
                Examples.of("fr", "Fintech", "ar", "التكنولوجيا المالية", "en", "Fintech"),
                "parent",
                null,
                "spellings",
                List.of("FINTECH"));
    }
}
