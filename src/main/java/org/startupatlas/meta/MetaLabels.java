package org.startupatlas.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import org.startupatlas.http.format.Projection;
import org.startupatlas.query.facet.Facet;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

/** What the codes in {@code /v1/meta} are called in one language. */
@Singleton
class MetaLabels {

    private final SchemaRegistry register;
    private final Vocabularies terms;

    MetaLabels(SchemaRegistry register, Vocabularies terms) {
        this.register = register;
        this.terms = terms;
    }

    /** The document with the labels of its enums, as records have the labels of their codes. */
    ObjectNode in(Language language, ObjectNode meta) {
        Projection projection = new Projection(register, terms, language);
        ObjectNode labelled = meta.deepCopy();
        labelled.put("lang", language.code());
        for (ResourceSchema declaration : register.declarations()) {
            ObjectNode resource = (ObjectNode) labelled.get("resources").get(declaration.resource());
            ObjectNode labels = resource.putObject(Projection.LABELS);
            for (Facet facet : Facet.all(register, declaration)) {
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
