package org.startupatlas.meta;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.startupatlas.http.format.Projection;
import org.startupatlas.query.facet.Facet;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

/** Adds the labels of codes in one language to {@code /v1/meta}. */
@Singleton
class MetaLabels {

    private final SchemaRegistry registry;
    private final Vocabularies vocabularies;

    MetaLabels(SchemaRegistry registry, Vocabularies vocabularies) {
        this.registry = registry;
        this.vocabularies = vocabularies;
    }

    /** Returns the document with the labels of its enums, in the structure that records have. */
    Meta in(Language language, Meta meta) {
        Projection projection = new Projection(registry, vocabularies, language);
        Map<String, Meta.Resource> labelled = new LinkedHashMap<>();
        for (ResourceSchema schema : registry.schemas()) {
            Meta.Resource resource = meta.resources().get(schema.resource());
            Map<String, Map<String, String>> labels = new LinkedHashMap<>();
            for (Facet facet : Facet.all(registry, schema)) {
                if (resource.enums().containsKey(facet.name())) {
                    Map<String, String> ofField = new LinkedHashMap<>();
                    resource.enums().get(facet.name()).keySet().forEach(code -> projection
                            .label(facet.vocabulary(), code)
                            .ifPresent(label -> ofField.put(code, label)));
                    labels.put(facet.name(), ofField);
                }
            }
            labelled.put(schema.resource(), resource.withLabels(labels));
        }
        return meta.in(language.code(), labelled);
    }
}
