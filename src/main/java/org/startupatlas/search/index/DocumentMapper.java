package org.startupatlas.search.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.search.text.Analysis;
import org.startupatlas.search.text.IndexedText;
import org.startupatlas.search.text.LabelWords;
import org.startupatlas.search.text.TermStream;

/** Maps a record to a Lucene document. */
public final class DocumentMapper {

    /** The maximum length of record names; longer values, such as labels of codes, are indexed only as text. */
    private static final int MAX_NAME_LENGTH = 250;

    /**
     * The maximum length of indexed prefixes of names. Longer prefixes match so few names that a prefix query is cheap.
     */
    public static final int MAX_PREFIX_LENGTH = 16;

    public static final int MAX_WORD_PREFIX_LENGTH = 8;

    /** Sorts records without a name last. */
    private static final int NO_NAME_LENGTH = Integer.MAX_VALUE;

    /** Scored by term frequency and document length; positions are not indexed. */
    private static final FieldType WORDS = terms(IndexOptions.DOCS_AND_FREQS, false);

    /** Matched by presence only, without norms. */
    private static final FieldType VALUES = terms(IndexOptions.DOCS, true);

    private final Document document = new Document();
    private final LabelWords labelWords;
    private final Map<Language, List<String>> textByLanguage = new EnumMap<>(Language.class);
    private final Map<String, List<String>> nameTerms = new HashMap<>();
    private final Map<String, Set<String>> values = new HashMap<>();

    private DocumentMapper(LabelWords labelWords) {
        this.labelWords = labelWords;
    }

    private static FieldType terms(IndexOptions options, boolean omitNorms) {
        FieldType terms = new FieldType();
        terms.setTokenized(true);
        terms.setOmitNorms(omitNorms);
        terms.setIndexOptions(options);
        terms.freeze();
        return terms;
    }

    /** Returns the term that identifies a record. */
    public static Term key(String resource, String id) {
        return new Term(IndexFields.KEY, resource + "/" + id);
    }

    /** Returns the document of a record. */
    static Document of(ResourceSchema schema, JsonNode record, Vocabularies vocabularies, LabelWords labelWords) {
        DocumentMapper mapper = new DocumentMapper(labelWords);
        mapper.identify(schema, record);
        schema.fields().stream()
                .filter(field -> field.vocabulary() != null)
                .forEach(field -> mapper.addCodes(field.name(), record.path(field.name())));
        IndexedText.of(schema, record, vocabularies).forEach(mapper::add);
        return mapper.build();
    }

    /** Adds one Lucene field per name with all its terms: many fields of the same name cost much more. */
    private Document build() {
        textByLanguage.forEach((language, words) -> document.add(
                new Field(IndexFields.text(language), Analysis.stems(language, new TermStream(words)), WORDS)));
        nameTerms.forEach((field, terms) -> document.add(new Field(field, new TermStream(terms), WORDS)));
        values.forEach((field, each) -> document.add(new Field(field, new TermStream(each), VALUES)));
        return document;
    }

    private void identify(ResourceSchema schema, JsonNode record) {
        String id = record.get("id").textValue();
        String name = record.path("name").textValue();
        Term key = key(schema.resource(), id);
        document.add(new StringField(key.field(), key.text(), Store.NO));
        document.add(new StringField(IndexFields.RESOURCE, schema.resource(), Store.NO));
        document.add(new SortedDocValuesField(IndexFields.RESOURCE, new BytesRef(schema.resource())));
        document.add(new SortedDocValuesField(IndexFields.ID, new BytesRef(id)));
        document.add(new NumericDocValuesField(IndexFields.LENGTH, name == null ? NO_NAME_LENGTH : name.length()));
        document.add(new StoredField(IndexFields.SLUG, record.path("slug").asText()));
    }

    private void addCodes(String field, JsonNode codes) {
        if (codes.isTextual()) {
            addOnce(IndexFields.code(field), codes.textValue());
        } else {
            codes.forEach(code -> addOnce(IndexFields.code(field), code.textValue()));
        }
    }

    private void add(IndexedText text) {
        switch (text.kind()) {
            case NAME -> addName(text, IndexFields.NAME, IndexFields.WHOLE_NAME, IndexFields.NAME_PREFIX);
            case OTHER_NAME -> addName(
                    text, IndexFields.OTHER_NAME, IndexFields.WHOLE_OTHER_NAME, IndexFields.OTHER_NAME_PREFIX);
            case TEXT -> addText(text, labelWords.of(text), Language.values());
        }
    }

    /** Indexes text of unknown language under all the given languages. */
    private void addText(IndexedText text, List<String> words, Language... possible) {
        List<Language> languages = text.language() == null ? List.of(possible) : List.of(text.language());
        languages.forEach(language -> textByLanguage
                .computeIfAbsent(language, none -> new ArrayList<>())
                .addAll(words));
    }

    private void addName(IndexedText text, String field, String wholeField, String prefixField) {
        String name = text.text();
        List<String> words = Analysis.words(name);
        if (name.length() > MAX_NAME_LENGTH) {
            addText(text, words, Language.values());
            return;
        }
        // Names are also indexed as text, so that inflected words match; Arabic names are already stemmed as names.
        addText(text, words, Language.FR, Language.EN);
        List<String> terms = Analysis.termsOfName(words);
        // Stored as the text of a suggestion.
        document.add(new StoredField(field, name));
        nameTerms.computeIfAbsent(field, none -> new ArrayList<>()).addAll(terms);
        Stream.concat(Analysis.joined(terms, words).stream(), Analysis.withSigns(name).stream())
                .forEach(joined -> {
                    addOnce(wholeField, joined);
                    addPrefixes(prefixField, joined, MAX_PREFIX_LENGTH);
                });
        for (int i = 1; i < terms.size(); i++) {
            addOnce(IndexFields.PAIR, terms.get(i - 1) + terms.get(i));
        }
        words.forEach(word -> addPrefixes(IndexFields.WORD_PREFIX, word, MAX_WORD_PREFIX_LENGTH));
    }

    private void addPrefixes(String field, String text, int maxLength) {
        for (int end = 1; end <= Math.min(text.length(), maxLength); end++) {
            addOnce(field, text.substring(0, end));
        }
    }

    /** Adds a value unless it is present already: names of one record share prefixes. */
    private void addOnce(String field, String value) {
        if (!value.isEmpty()) {
            values.computeIfAbsent(field, none -> new HashSet<>()).add(value);
        }
    }
}
