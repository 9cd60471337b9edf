package org.startupatlas.network.route;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.query.lookup.ReferenceResolver;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.SchemaRegistry;

/**
 * Finds the node that a parameter names: a country by its code, or a record by its id, or by a current or former slug.
 * Where records of several resources have the slug, the resource can stand before it: {@code programs/212founders}.
 */
@Singleton
public class Destinations {

    private final SchemaRegistry schemas;
    private final ReferenceResolver references;

    Destinations(SchemaRegistry schemas, ReferenceResolver references) {
        this.schemas = schemas;
        this.references = references;
    }

    /**
     * Returns the node; empty if there is none, which is a violation of the parameter then.
     *
     * @param resources the resources to look in, the first one first
     */
    public Optional<RecordKey> find(Network network, ParameterSet parameters, String name, List<String> resources) {
        Optional<String> text = parameters.text(name);
        if (text.isEmpty()) {
            parameters.reject(Violation.of(name, "required"));
            return Optional.empty();
        }
        Optional<RecordKey> found = find(network, text.get(), resources);
        if (found.isEmpty()) {
            parameters.reject(Violation.of(name, "unknown-reference", text.get(), String.join(", ", resources))
                    .suggesting(nearest(text.get(), resources)));
        }
        return found;
    }

    /** Returns the node that a word names; empty if there is none. */
    public Optional<RecordKey> find(Network network, String word, List<String> resources) {
        int slash = word.indexOf('/');
        String resource = slash < 0 ? null : word.substring(0, slash);
        String idOrSlug = word.substring(slash + 1);
        return resources.stream()
                .filter(each -> resource == null || each.equals(resource))
                .flatMap(each -> resolve(each, idOrSlug).stream())
                .filter(key -> network.node(key).isPresent())
                .findFirst();
    }

    private Optional<RecordKey> resolve(String resource, String idOrSlug) {
        if (resource.equals(RecordKey.COUNTRIES)) {
            return Optional.of(RecordKey.country(idOrSlug));
        }
        return references
                .resolve(schemas.get(resource), idOrSlug)
                .map(UUID::toString)
                .map(id -> new RecordKey(resource, id));
    }

    private String nearest(String word, List<String> resources) {
        return resources.stream()
                .filter(each -> !each.equals(RecordKey.COUNTRIES))
                .flatMap(each -> references.nearestSlug(schemas.get(each), word).stream())
                .findFirst()
                .orElse(null);
    }
}
