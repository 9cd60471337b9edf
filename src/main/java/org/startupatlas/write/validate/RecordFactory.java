package org.startupatlas.write.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.changelog.ValidatedRecord;
import org.startupatlas.query.lookup.ReferenceResolver;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.TextNormalizer;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.schema.type.ValueTypes;
import org.startupatlas.write.request.Actor;
import org.startupatlas.write.request.WriteRejectedException;

/** Turns what somebody wants written into a record that may be written, or tells all that is wrong with it. */
@Singleton
public class RecordFactory {

    private final SchemaRegistry register;
    private final Vocabularies terms;
    private final ReferenceResolver lookup;
    private final Slugs slugs;

    RecordFactory(SchemaRegistry register, Vocabularies terms, ReferenceResolver lookup, StoredSlugs names) {
        this.register = register;
        this.terms = terms;
        this.lookup = lookup;
        this.slugs = new Slugs(names);
    }

    /**
     * A new record that has no name in URLs yet.
     *
     * @param record with what stands for the slug, which is none
     * @param slug that was chosen, or null
     * @param faults what is wrong so far
     */
    public record Draft(String id, ObjectNode record, JsonNode slug, List<Violation> faults) {

        /** Whether the slug was chosen, and is not made from the record. */
        public boolean isNamed() {
            return slug != null && !slug.isNull();
        }
    }

    /** A new record, with the id and a slug. */
    public ValidatedRecord created(RecordRepository<?, ?, ?> repository, ObjectNode input, String id, Actor author) {
        Draft draft = draft(repository, input, id);
        return named(repository, draft, author, slugs, () -> repository.slugSourceOf(draft.record()));
    }

    /** What somebody wants created, read and checked but for its slug. */
    public Draft draft(RecordRepository<?, ?, ?> repository, ObjectNode input, String id) {
        ResourceSchema declaration = repository.declaration();
        List<Violation> faults = new ArrayList<>();
        ObjectNode own = own(input);
        for (String name : declaration.serverFields()) {
            if (!own.path(name).isMissingNode() && !own.get(name).isNull()) {
                faults.add(Violation.at("/" + name, "given-by-the-registry"));
            }
            own.remove(name);
        }
        JsonNode slug = normalized(own.remove("slug"));
        return new Draft(id, read(declaration, own, null, faults, id), slug, faults);
    }

    /**
     * The record of a draft, with the slug that was chosen, or one that is made.
     *
     * @param source what it is made from
     */
    public ValidatedRecord named(
            RecordRepository<?, ?, ?> repository, Draft draft, Actor author, Slugs names, Supplier<String> source) {
        ResourceSchema declaration = repository.declaration();
        List<Violation> faults = new ArrayList<>(draft.faults());
        if (draft.isNamed()) {
            checkSlug(declaration, draft.slug(), draft.id(), author, names, faults);
        }
        refuse(faults);
        ObjectNode record = draft.record();
        String name = draft.isNamed() ? draft.slug().textValue() : names.choose(declaration, source.get(), draft.id());
        record.put("slug", name);
        record.put("id", declaration.hasWordsAsIds() ? name : draft.id());
        return checked(repository, record);
    }

    /** A record with new values, which keeps what the registry says of it. */
    public ValidatedRecord replaced(
            RecordRepository<?, ?, ?> repository, ObjectNode input, ObjectNode before, Actor author) {
        ResourceSchema declaration = repository.declaration();
        List<Violation> faults = new ArrayList<>();
        ObjectNode own = own(input);
        for (String name : declaration.serverFields()) {
            JsonNode said = own.remove(name);
            if (said != null && !isSame(said, before.get(name))) {
                faults.add(Violation.at("/" + name, "given-by-the-registry"));
            }
        }
        JsonNode slug = normalized(own.remove("slug"));
        String id = before.get("id").textValue();
        ObjectNode record = read(declaration, own, before, faults, id);
        if (slug != null && !slug.equals(before.get("slug"))) {
            checkSlug(declaration, slug, id, author, slugs, faults);
        }
        refuse(faults);
        for (String name : declaration.serverFields()) {
            record.set(name, before.get(name));
        }
        record.set("slug", slug == null ? before.get("slug") : slug);
        repository.clearOutdated(before, record);
        return checked(repository, record);
    }

    /** Whether a value is sent back unchanged; libraries write times with more digits or another offset. */
    private static boolean isSame(JsonNode said, JsonNode before) {
        return said.equals(before)
                || said.isTextual()
                        && before.isTextual()
                        && ValueTypes.isSameTime(said.textValue(), before.textValue());
    }

    /** A record that was put together here, which may have too long lists, and break rules between its values. */
    public ValidatedRecord checked(RecordRepository<?, ?, ?> repository, ObjectNode record) {
        refuse(RecordValidator.tooLongLists(repository.declaration(), record));
        ValidatedRecord candidate = repository.candidate(record);
        refuse(repository.faultsOf(candidate));
        return candidate;
    }

    /** A record that was read from here and changed, whose form and rules are looked at again. */
    public ValidatedRecord reread(RecordRepository<?, ?, ?> repository, ObjectNode stored, ObjectNode record) {
        List<Violation> faults = new ArrayList<>();
        ValueValidator values = new ValueValidator(register, terms, lookup, faults);
        new RecordValidator(values, faults).read(repository.declaration(), record, stored);
        refuse(faults);
        return checked(repository, record);
    }

    /** Fields that can be taken out and put in; what is in them is only read. */
    private static ObjectNode own(ObjectNode input) {
        return JsonNodeFactory.instance.objectNode().setAll(input);
    }

    /** The form of the record; what the registry says of it is filled in with what stands for nothing yet. */
    private ObjectNode read(
            ResourceSchema declaration, ObjectNode own, ObjectNode before, List<Violation> faults, String id) {
        own.put("id", id);
        own.put("slug", "x");
        own.put("version", 1);
        own.put("created_at", "1970-01-01T00:00:00.000Z");
        own.put("updated_at", "1970-01-01T00:00:00.000Z");
        ValueValidator values = new ValueValidator(register, terms, lookup, faults);
        return new RecordValidator(values, faults).read(declaration, own, before);
    }

    private static JsonNode normalized(JsonNode slug) {
        return slug == null || !slug.isTextual()
                ? slug
                : TextNode.valueOf(TextNormalizer.normalize(slug.textValue(), false));
    }

    private static void checkSlug(
            ResourceSchema declaration, JsonNode slug, String id, Actor author, Slugs names, List<Violation> faults) {
        if (author.isBound()) {
            faults.add(Violation.at("/slug", "for-curators"));
        } else if (!slug.isTextual()) {
            faults.add(Violation.at("/slug", "wrong-type", "string"));
        } else if (declaration.hasWordsAsIds()) {
            faults.add(Violation.at("/slug", "given-by-the-registry"));
        } else {
            names.fault(declaration, slug, id).ifPresent(faults::add);
        }
    }

    private static void refuse(List<Violation> faults) {
        if (!faults.isEmpty()) {
            throw WriteRejectedException.invalid(faults);
        }
    }
}
