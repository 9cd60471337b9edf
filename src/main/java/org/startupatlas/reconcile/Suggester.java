package org.startupatlas.reconcile;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.reconcile.entity.Descriptions;
import org.startupatlas.reconcile.entity.Entity;
import org.startupatlas.reconcile.entity.EntityReader;
import org.startupatlas.reconcile.entity.EntityTypes;
import org.startupatlas.reconcile.entity.EntityTypes.Named;
import org.startupatlas.reconcile.entity.Property;
import org.startupatlas.reconcile.match.NameIndex;
import org.startupatlas.record.Folding;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;

/** Completes what is typed: entities, types and properties. */
@Singleton
class Suggester {

    static final String ENTITY = "entity";

    static final String TYPE = "type";

    /** The alternatives of what is suggested. */
    static final String KIND = ENTITY + "|" + TYPE + "|property";

    static final List<String> KINDS = List.of(KIND.split("\\|"));

    private final EntityTypes types;
    private final EntityReader entities;
    private final NameIndex index;
    private final Descriptions descriptions;

    Suggester(EntityTypes types, EntityReader entities, NameIndex index, Descriptions descriptions) {
        this.types = types;
        this.entities = entities;
        this.index = index;
        this.descriptions = descriptions;
    }

    /**
     * What is asked for.
     *
     * @param prefix what is typed; may be empty
     * @param type the type of the entities, or of those that have the properties; null for any
     * @param skipped the number of suggestions that the client has already
     * @param limit the maximum number of suggestions
     */
    record Request(String prefix, String type, int skipped, int limit, Language language) {}

    /** A suggestion, as the specification writes it. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Suggestion(String id, String name, String description, List<Named> notable) {}

    /** The suggestions, the likeliest first. */
    record Suggestions(List<Suggestion> result) {
        Suggestions {
            result = List.copyOf(result);
        }
    }

    /** The properties that a type has. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Proposal(String type, Integer limit, List<Named> properties) {
        Proposal {
            properties = List.copyOf(properties);
        }
    }

    Suggestions suggest(String kind, Request request) {
        Stream<Suggestion> all =
                switch (kind) {
                    case ENTITY -> entities(request);
                    case TYPE -> types(request);
                    default -> properties(request);
                };
        return new Suggestions(
                all.skip(request.skipped()).limit(request.limit()).toList());
    }

    private Stream<Suggestion> entities(Request request) {
        List<ResourceSchema> asked = asked(request.type());
        if (asked.isEmpty() || !NameIndex.isSearchable(request.prefix())) {
            return Stream.empty();
        }
        Map<Entity.Key, Entity> found = new LinkedHashMap<>();
        entities.ofId(request.prefix().strip())
                .filter(entity -> asked.contains(entity.schema()))
                .ifPresent(entity -> found.put(entity.key(), entity));
        int max = Math.min(request.skipped() + request.limit(), QueryLimits.MAX_HITS);
        entities.read(index.beginningWith(request.prefix(), asked, max)).forEach(found::putIfAbsent);
        return found.values().stream()
                .map(entity -> new Suggestion(
                        entity.id(),
                        entity.name(),
                        descriptions.of(entity, request.language()),
                        List.of(EntityTypes.named(entity.schema(), request.language()))));
    }

    private Stream<Suggestion> types(Request request) {
        return types.all().stream()
                .filter(type -> Stream.of(Language.values())
                        .anyMatch(language -> begins(EntityTypes.named(type, language), request.prefix())))
                .map(type -> new Suggestion(
                        type.resource(),
                        EntityTypes.named(type, request.language()).name(),
                        type.description(),
                        null));
    }

    private Stream<Suggestion> properties(Request request) {
        Collection<Property> asked = request.type() == null
                ? types.properties()
                : asked(request.type()).stream()
                        .flatMap(type -> types.properties(type).stream())
                        .toList();
        return asked.stream()
                .filter(property -> Stream.of(Language.values())
                        .anyMatch(language -> begins(named(property, language), request.prefix())))
                .map(property -> new Suggestion(
                        property.id(),
                        property.name(request.language()),
                        property.field().description(),
                        null));
    }

    /** Returns all properties of a type, or none of a type that there is not. */
    Proposal propose(String type, Integer limit, Language language) {
        List<Property> properties = type == null || type.isEmpty()
                ? types.properties()
                : types.find(type).map(types::properties).orElse(List.of());
        return new Proposal(
                type,
                limit,
                properties.stream()
                        .limit(limit == null ? properties.size() : limit)
                        .map(property -> named(property, language))
                        .toList());
    }

    private static Named named(Property property, Language language) {
        return new Named(property.id(), property.name(language));
    }

    private List<ResourceSchema> asked(String type) {
        return type == null || type.isEmpty()
                ? types.all()
                : Optional.of(type).flatMap(types::find).stream().toList();
    }

    /** Returns whether the id or the name, or a part of one of them, begins with a text. */
    private static boolean begins(Named named, String prefix) {
        String folded = Folding.fold(prefix);
        String name = Folding.fold(named.name());
        return named.id().startsWith(folded)
                || named.id().contains("." + folded)
                || name.startsWith(folded)
                || name.contains(" " + folded);
    }
}
