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

/** A record as the index holds it. */
public final class DocumentMapper {

    /** As long as names may be; what is longer, a label of a code may be, is only a text. */
    private static final int LONGEST_NAME = 250;

    /** Longer beginnings are so few that they are looked up among the names themselves. */
    public static final int LONGEST_BEGINNING = 16;

    public static final int LONGEST_WORD_BEGINNING = 8;

    /** A name that is not there comes after all that are. */
    private static final int NO_NAME = Integer.MAX_VALUE;

    /** How often a word occurs counts, and among how many; where it stands does not. */
    private static final FieldType WORDS = terms(IndexOptions.DOCS_AND_FREQS, false);

    /** It only counts whether a value is there. */
    private static final FieldType VALUES = terms(IndexOptions.DOCS, true);

    private final Document document = new Document();
    private final LabelWords known;
    private final Map<Language, List<String>> said = new EnumMap<>(Language.class);
    private final Map<String, List<String>> names = new HashMap<>();
    private final Map<String, Set<String>> values = new HashMap<>();

    private DocumentMapper(LabelWords known) {
        this.known = known;
    }

    private static FieldType terms(IndexOptions options, boolean omitsLength) {
        FieldType terms = new FieldType();
        terms.setTokenized(true);
        terms.setOmitNorms(omitsLength);
        terms.setIndexOptions(options);
        terms.freeze();
        return terms;
    }

    /** What tells a record from every other. */
    public static Term key(String resource, String id) {
        return new Term(IndexFields.KEY, resource + "/" + id);
    }

    /** The document of a record. */
    static Document of(ResourceSchema declaration, JsonNode record, Vocabularies terms, LabelWords known) {
        DocumentMapper indexed = new DocumentMapper(known);
        indexed.identify(declaration, record);
        declaration.fields().stream()
                .filter(field -> field.vocabulary() != null)
                .forEach(field -> indexed.addCodes(field.name(), record.path(field.name())));
        IndexedText.of(declaration, record, terms).forEach(indexed::add);
        return indexed.finished();
    }

    /** One field for all that is in it: many fields of one name cost much more. */
    private Document finished() {
        said.forEach((language, words) -> document.add(
                new Field(IndexFields.text(language), Analysis.stems(language, new TermStream(words)), WORDS)));
        names.forEach((field, terms) -> document.add(new Field(field, new TermStream(terms), WORDS)));
        values.forEach((field, each) -> document.add(new Field(field, new TermStream(each), VALUES)));
        return document;
    }

    private void identify(ResourceSchema declaration, JsonNode record) {
        String id = record.get("id").textValue();
        String name = record.path("name").textValue();
        Term key = key(declaration.resource(), id);
        document.add(new StringField(key.field(), key.text(), Store.NO));
        document.add(new StringField(IndexFields.RESOURCE, declaration.resource(), Store.NO));
        document.add(new SortedDocValuesField(IndexFields.RESOURCE, new BytesRef(declaration.resource())));
        document.add(new SortedDocValuesField(IndexFields.ID, new BytesRef(id)));
        document.add(new NumericDocValuesField(IndexFields.LENGTH, name == null ? NO_NAME : name.length()));
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
            case NAME -> addName(text, IndexFields.NAME, IndexFields.WHOLE_NAME, IndexFields.BEGINNING);
            case OTHER_NAME -> addName(
                    text, IndexFields.OTHER_NAME, IndexFields.WHOLE_OTHER_NAME, IndexFields.OTHER_BEGINNING);
            case TEXT -> addText(text, known.of(text), Language.values());
        }
    }

    /** What is written in no known language may be in any of them. */
    private void addText(IndexedText text, List<String> words, Language... possible) {
        List<Language> languages = text.language() == null ? List.of(possible) : List.of(text.language());
        languages.forEach(language ->
                said.computeIfAbsent(language, none -> new ArrayList<>()).addAll(words));
    }

    private void addName(IndexedText text, String field, String whole, String beginning) {
        String name = text.text();
        List<String> words = Analysis.words(name);
        if (name.length() > LONGEST_NAME) {
            addText(text, words, Language.values());
            return;
        }
        // Inflected words of names are found too; in Arabic they are reduced as names are.
        addText(text, words, Language.FR, Language.EN);
        List<String> terms = Analysis.termsOfName(words);
        // Told when it completes what is being typed.
        document.add(new StoredField(field, name));
        names.computeIfAbsent(field, none -> new ArrayList<>()).addAll(terms);
        Stream.concat(Analysis.joined(terms, words).stream(), Analysis.signed(name).stream())
                .forEach(joined -> {
                    addOnce(whole, joined);
                    addBeginnings(beginning, joined, LONGEST_BEGINNING);
                });
        for (int i = 1; i < terms.size(); i++) {
            addOnce(IndexFields.PAIR, terms.get(i - 1) + terms.get(i));
        }
        words.forEach(word -> addBeginnings(IndexFields.WORD_BEGINNING, word, LONGEST_WORD_BEGINNING));
    }

    private void addBeginnings(String field, String text, int longest) {
        for (int end = 1; end <= Math.min(text.length(), longest); end++) {
            addOnce(field, text.substring(0, end));
        }
    }

    /** Names of one record begin alike; the same value twice is there once. */
    private void addOnce(String field, String value) {
        if (!value.isEmpty()) {
            values.computeIfAbsent(field, none -> new HashSet<>()).add(value);
        }
    }
}
