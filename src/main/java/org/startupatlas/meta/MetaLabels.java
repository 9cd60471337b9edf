package org.startupatlas.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import org.startupatlas.http.Projection;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.Facet;
import org.startupatlas.query.Language;
import org.startupatlas.query.Register;
import org.startupatlas.query.Terms;

/** What the codes in {@code /v1/meta} are called in one language. */
@Singleton
class MetaLabels {

    private final Register register;
    private final Terms terms;

    MetaLabels(Register register, Terms terms) {
        this.register = register;
        this.terms = terms;
    }

    /** The document with the labels of its enums, as records have the labels of their codes. */
    ObjectNode in(Language language, ObjectNode meta) {
        Projection projection = new Projection(register, terms, language);
        ObjectNode labelled = meta.deepCopy();
        labelled.put("lang", language.code());
        for (Declaration declaration : register.declarations()) {
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
