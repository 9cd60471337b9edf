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

/** What the grammar has to know of the data to understand a value. */
@Singleton
public final class ReferenceResolver {

    private final Vocabularies vocabularies;
    private final RecordLookup records;
    private final FormerSlugs formerSlugs;

    /** Looks codes up in the vocabularies, and slugs among the records and among the names that they had. */
    public ReferenceResolver(Vocabularies vocabularies, RecordLookup records, FormerSlugs formerSlugs) {
        this.vocabularies = vocabularies;
        this.records = records;
        this.formerSlugs = formerSlugs;
    }

    public List<String> codes(String vocabulary) {
        return vocabularies.codes(vocabulary);
    }

    /** The code that was meant by a word that is none: a label or a spelling of it, or the nearest code. */
    public Optional<String> nearestCode(String vocabulary, String word) {
        return vocabularies.meaning(vocabulary, word).or(() -> DidYouMean.nearest(word, vocabularies.codes(vocabulary)));
    }

    /** Returns the code of the currency that was meant by a text that is no code: what it means, or the nearest code. */
    public static Optional<String> nearestCurrency(String text) {
        return Currencies.probable(text).or(() -> DidYouMean.nearest(text, Currencies.codes()));
    }

    /** The path under which the codes of a vocabulary are listed. */
    public static String codesPath(String vocabulary) {
        return vocabulary.equals(ResourceSchema.COUNTRIES) ? "/v1/countries" : "/v1/vocabularies/" + vocabulary;
    }

    /** The id of the record that the id or slug leads to, also if it is one that the record had. */
    public Optional<UUID> resolve(ResourceSchema schema, String idOrSlug) {
        return records.find(schema, idOrSlug)
                .or(() -> formerSlugs
                        .find(schema, idOrSlug)
                        .flatMap(FormerSlugs.Former::current)
                        .flatMap(current -> records.find(schema, current.id())))
                .map(record -> (UUID) record.id());
    }

    /** The record's id as the log writes it, if the word is an id and no slug; there need be no such record. */
    public Optional<String> parseId(ResourceSchema schema, String word) {
        if (schema.hasWordsAsIds()) {
            return Optional.of(word);
        }
        return ValueTypes.ID.read(word).map(UUID::toString);
    }

    /** The slug that was meant, if one of the resource is near enough. */
    public Optional<String> nearestSlug(ResourceSchema schema, String slug) {
        if (schema.resource().equals(ResourceSchema.COUNTRIES)) {
            return nearestCode(ResourceSchema.COUNTRIES, slug);
        }
        String asSlug = Folding.fold(slug).replace(' ', '-');
        return DidYouMean.nearest(asSlug, records.similarSlugs(schema, asSlug));
    }
}
