package org.startupatlas.write.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.changelog.ValidatedRecord;
import org.startupatlas.query.lookup.ReferenceResolver;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.TextNormalizer;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.schema.type.ValueTypes;
import org.startupatlas.write.request.Actor;

/** Creates validated records from input, or rejects it with all violations. */
@Singleton
public class RecordFactory {

    private final SchemaRegistry registry;
    private final Vocabularies vocabularies;
    private final ReferenceResolver references;
    private final Slugs slugs;

    RecordFactory(
            SchemaRegistry registry, Vocabularies vocabularies, ReferenceResolver references, StoredSlugs storedSlugs) {
        this.registry = registry;
        this.vocabularies = vocabularies;
        this.references = references;
        this.slugs = new Slugs(storedSlugs);
    }

    /**
     * A new record that has no slug yet.
     *
     * @param record with a placeholder for the slug
     * @param slug the chosen one, or null
     * @param slugSource the text that the slug is generated from; null if one was chosen, or if there are violations
     * @param violations the violations so far
     */
    public record Draft(String id, ObjectNode record, JsonNode slug, String slugSource, List<Violation> violations) {

        /** Returns the same draft with more violations. */
        public Draft with(List<Violation> more) {
            return more.isEmpty()
                    ? this
                    : new Draft(
                            id,
                            record,
                            slug,
                            slugSource,
                            Stream.concat(violations.stream(), more.stream()).toList());
        }

        /** Returns whether the slug was chosen; otherwise it is generated from the record. */
        public boolean hasSlug() {
            return hasValue(slug);
        }
    }

    /** Returns a new record with the id and a slug. */
    public ValidatedRecord create(RecordRepository<?, ?, ?> repository, ObjectNode input, String id, Actor actor) {
        Draft draft = draft(repository, input, id);
        return complete(repository, draft, actor, slugs, draft.slugSource());
    }

    /** Parses and validates a new record, except for its slug. */
    public Draft draft(RecordRepository<?, ?, ?> repository, ObjectNode input, String id) {
        ResourceSchema schema = repository.schema();
        List<Violation> violations = new ArrayList<>();
        ObjectNode values = copy(input);
        for (String name : schema.serverFields()) {
            if (!values.path(name).isMissingNode() && !values.get(name).isNull()) {
                violations.add(Violation.at("/" + name, "given-by-the-registry"));
            }
            values.remove(name);
        }
        JsonNode slug = normalized(values.remove("slug"));
        ObjectNode record = parse(schema, values, null, violations, id);
        boolean isGenerated = violations.isEmpty() && !hasValue(slug);
        return new Draft(id, record, slug, isGenerated ? repository.slugSourceOf(record) : null, violations);
    }

    /**
     * Completes a draft with the chosen slug or a generated one.
     *
     * @param source the text that the slug is generated from
     */
    public ValidatedRecord complete(
            RecordRepository<?, ?, ?> repository, Draft draft, Actor actor, Slugs slugChooser, String source) {
        ResourceSchema schema = repository.schema();
        List<Violation> violations = new ArrayList<>(draft.violations());
        if (draft.hasSlug()) {
            checkSlug(schema, draft.slug(), draft.id(), actor, slugChooser, violations);
        }
        rejectWithRules(repository, draft.record(), violations);
        ObjectNode record = draft.record();
        String name = draft.hasSlug() ? draft.slug().textValue() : slugChooser.generate(schema, source, draft.id());
        record.put("slug", name);
        record.put("id", schema.hasCodeIds() ? name : draft.id());
        return validate(repository, record);
    }

    /** Returns a record with new values; the fields managed by the server stay as they are. */
    public ValidatedRecord replace(
            RecordRepository<?, ?, ?> repository, ObjectNode input, ObjectNode before, Actor actor) {
        ResourceSchema schema = repository.schema();
        List<Violation> violations = new ArrayList<>();
        ObjectNode values = copy(input);
        for (String name : schema.serverFields()) {
            JsonNode sent = values.remove(name);
            if (sent != null && !isSame(sent, before.get(name))) {
                violations.add(Violation.at("/" + name, "given-by-the-registry"));
            }
        }
        JsonNode slug = normalized(values.remove("slug"));
        String id = before.get("id").textValue();
        ObjectNode record = parse(schema, values, before, violations, id);
        if (slug != null && !slug.equals(before.get("slug"))) {
            checkSlug(schema, slug, id, actor, slugs, violations);
        }
        rejectWithRules(repository, record, violations);
        for (String name : schema.serverFields()) {
            record.set(name, before.get(name));
        }
        record.set("slug", slug == null ? before.get("slug") : slug);
        repository.clearOutdated(before, record);
        return validate(repository, record);
    }

    /** Returns whether a value is sent back unchanged; libraries write times with more digits or another offset. */
    private static boolean isSame(JsonNode sent, JsonNode before) {
        return sent.equals(before)
                || sent.isTextual()
                        && before.isTextual()
                        && ValueTypes.isSameTime(sent.textValue(), before.textValue());
    }

    /**
     * Validates a record that was composed by the server: its lists may be too long, and its values may break the rules
     * of the resource.
     */
    public ValidatedRecord validate(RecordRepository<?, ?, ?> repository, ObjectNode record) {
        reject(RecordValidator.tooLongLists(repository.schema(), record));
        ValidatedRecord validated = repository.validated(record);
        reject(repository.violationsOf(validated));
        return validated;
    }

    /** Validates a stored record that was changed, both its form and the rules of the resource. */
    public ValidatedRecord revalidate(RecordRepository<?, ?, ?> repository, ObjectNode stored, ObjectNode record) {
        List<Violation> violations = new ArrayList<>();
        ValueValidator valueValidator = new ValueValidator(registry, vocabularies, references, violations);
        new RecordValidator(valueValidator, violations).read(repository.schema(), record, stored);
        reject(violations);
        return validate(repository, record);
    }

    /** Returns a copy whose fields can be removed and set; their values are shared, and only read. */
    private static ObjectNode copy(ObjectNode input) {
        return JsonNodeFactory.instance.objectNode().setAll(input);
    }

    /** Parses the record with placeholders for the fields managed by the server. */
    private ObjectNode parse(
            ResourceSchema schema, ObjectNode values, ObjectNode before, List<Violation> violations, String id) {
        values.put("id", id);
        values.put("slug", "x");
        values.put("version", 1);
        values.put("created_at", "1970-01-01T00:00:00.000Z");
        values.put("updated_at", "1970-01-01T00:00:00.000Z");
        ValueValidator valueValidator = new ValueValidator(registry, vocabularies, references, violations);
        return new RecordValidator(valueValidator, violations).read(schema, values, before);
    }

    private static boolean hasValue(JsonNode slug) {
        return slug != null && !slug.isNull();
    }

    private static JsonNode normalized(JsonNode slug) {
        return slug == null || !slug.isTextual()
                ? slug
                : TextNode.valueOf(TextNormalizer.normalize(slug.textValue(), false));
    }

    private static void checkSlug(
            ResourceSchema schema,
            JsonNode slug,
            String id,
            Actor actor,
            Slugs slugChooser,
            List<Violation> violations) {
        if (actor.isBound()) {
            violations.add(Violation.at("/slug", "for-curators"));
        } else if (!slug.isTextual()) {
            violations.add(Violation.at("/slug", "wrong-type", "string"));
        } else if (schema.hasCodeIds()) {
            violations.add(Violation.at("/slug", "given-by-the-registry"));
        } else {
            slugChooser.violation(schema, slug, id).ifPresent(violations::add);
        }
    }

    /** Rejects a record with invalid values, also for the rules that its other values break. */
    private static void rejectWithRules(
            RecordRepository<?, ?, ?> repository, ObjectNode record, List<Violation> violations) {
        if (!violations.isEmpty()) {
            List<Violation> all = new ArrayList<>(violations);
            all.addAll(PartialRules.violations(repository, record, violations));
            throw RejectedException.of(ProblemKind.INVALID_RECORD, all);
        }
    }

    private static void reject(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw RejectedException.of(ProblemKind.INVALID_RECORD, violations);
        }
    }
}
