package org.startupatlas.query;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.startupatlas.record.Currencies;
import org.startupatlas.record.Folding;

/** What the grammar has to know of the data to understand a value. */
@Singleton
public final class Lookup {

    private final Terms terms;
    private final RecordReader records;
    private final FormerNames formerNames;

    /** Looks codes up in the vocabularies, and slugs among the records and among the names that they had. */
    public Lookup(Terms terms, RecordReader records, FormerNames formerNames) {
        this.terms = terms;
        this.records = records;
        this.formerNames = formerNames;
    }

    List<String> codes(String vocabulary) {
        return terms.codes(vocabulary);
    }

    /** The code that was meant by a word that is none: a label or a spelling of it, or the nearest code. */
    public Optional<String> nearestCode(String vocabulary, String word) {
        return terms.meaning(vocabulary, word).or(() -> Spelling.nearest(word, terms.codes(vocabulary)));
    }

    /** Returns the code of the currency that was meant by a text that is no code: what it means, or the nearest code. */
    public static Optional<String> nearestCurrency(String text) {
        return Currencies.probable(text).or(() -> Spelling.nearest(text, Currencies.codes()));
    }

    /** The path under which the codes of a vocabulary are listed. */
    public static String whereCodesAre(String vocabulary) {
        return vocabulary.equals(Declaration.COUNTRIES) ? "/v1/countries" : "/v1/vocabularies/" + vocabulary;
    }

    /** The id of the record that the id or slug leads to, also if it is one that the record had. */
    public Optional<UUID> leadsTo(Declaration declaration, String idOrSlug) {
        return records.find(declaration, idOrSlug)
                .or(() -> formerNames
                        .find(declaration, idOrSlug)
                        .flatMap(FormerNames.Former::current)
                        .flatMap(current -> records.find(declaration, current.id())))
                .map(row -> (UUID) row.id());
    }

    /** The record's id as the log writes it, if the word is an id and no slug; there need be no such record. */
    public Optional<String> asId(Declaration declaration, String word) {
        if (declaration.hasWordsAsIds()) {
            return Optional.of(word);
        }
        return ValueTypes.ID.read(word).map(UUID::toString);
    }

    /** The slug that was meant, if one of the resource is near enough. */
    public Optional<String> nearestSlug(Declaration declaration, String slug) {
        if (declaration.resource().equals(Declaration.COUNTRIES)) {
            return nearestCode(Declaration.COUNTRIES, slug);
        }
        String asSlug = Folding.fold(slug).replace(' ', '-');
        return Spelling.nearest(asSlug, records.slugsLike(declaration, asSlug));
    }
}
