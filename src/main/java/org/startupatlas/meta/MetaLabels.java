package org.startupatlas.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
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

    /** Returns a copy of the document with the labels of its enums, in the structure that records have. */
    ObjectNode in(Language language, ObjectNode meta) {
        Projection projection = new Projection(registry, vocabularies, language);
        ObjectNode labelled = meta.deepCopy();
        labelled.put("lang", language.code());
        for (ResourceSchema schema : registry.schemas()) {
            ObjectNode resource = (ObjectNode) labelled.get("resources").get(schema.resource());
            ObjectNode labels = resource.putObject(Projection.LABELS);
            for (Facet facet : Facet.all(registry, schema)) {
                if (resource.get("enums").has(facet.name())) {
                    ObjectNode ofField = labels.putObject(facet.name());
                    resource.get("enums").get(facet.name()).fieldNames().forEachRemaining(code -> projection
                            .label(facet.vocabulary(), code)
                            .ifPresent(label -> ofField.put(code, label)));
                }
            }
        }
        return labelled;
    }
}
