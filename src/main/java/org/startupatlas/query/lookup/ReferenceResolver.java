package org.startupatlas.query.lookup;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.record.Currencies;
import org.startupatlas.record.Folding;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.schema.type.ValueTypes;

/** Resolves the codes, slugs and ids in parameters, and suggests valid ones. */
@Singleton
public final class ReferenceResolver {

    private final Vocabularies vocabularies;
    private final RecordLookup records;
    private final FormerSlugRepository formerSlugs;

    public ReferenceResolver(Vocabularies vocabularies, RecordLookup records, FormerSlugRepository formerSlugs) {
        this.vocabularies = vocabularies;
        this.records = records;
        this.formerSlugs = formerSlugs;
    }

    public List<String> codes(String vocabulary) {
        return vocabularies.codes(vocabulary);
    }

    /**
     * Returns the code that an invalid word probably means: the code with that label or spelling, or the closest one.
     */
    public Optional<String> nearestCode(String vocabulary, String text) {
        return vocabularies.codeOf(vocabulary, text).or(() -> vocabularies.nearest(vocabulary, text).stream()
                .findFirst());
    }

    /**
     * Returns the currency code that an invalid text probably means: the currency of that name or symbol, or the
     * closest code.
     */
    public static Optional<String> nearestCurrency(String text) {
        return Currencies.probable(text).or(() -> DidYouMean.nearest(text, Currencies.codes()));
    }

    /** Returns the URL path that lists the codes of a vocabulary. */
    public static String codesPath(String vocabulary) {
        return vocabulary.equals(ResourceSchema.COUNTRIES) ? "/v1/countries" : "/v1/vocabularies/" + vocabulary;
    }

    /** Returns the id of the record that an id or slug, current or former, leads to. */
    public Optional<UUID> resolve(ResourceSchema schema, String idOrSlug) {
        return records.find(schema, idOrSlug)
                .or(() -> formerSlugs
                        .find(schema, idOrSlug)
                        .flatMap(FormerSlugRepository.Former::current)
                        .flatMap(current -> records.find(schema, current.id())))
                .map(record -> (UUID) record.id());
    }

    /** Returns a word as an id in the form of the change log; empty if it is a slug. The record need not exist. */
    public Optional<String> parseId(ResourceSchema schema, String text) {
        if (schema.hasCodeIds()) {
            return Optional.of(text);
        }
        return ValueTypes.ID.read(text).map(UUID::toString);
    }

    /** Returns the slug that an unknown slug probably means, if one of the resource is close enough. */
    public Optional<String> nearestSlug(ResourceSchema schema, String slug) {
        if (schema.resource().equals(ResourceSchema.COUNTRIES)) {
            return nearestCode(ResourceSchema.COUNTRIES, slug);
        }
        String asSlug = Folding.fold(slug).replace(' ', '-');
        return DidYouMean.nearest(asSlug, records.similarSlugs(schema, asSlug));
    }
}
