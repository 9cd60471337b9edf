package org.startupatlas.resource.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startupatlas.changelog.RevisionCached;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.changelog.read.ChangeReader;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.record.RecordJson;
import org.startupatlas.record.Translated;
import org.startupatlas.schema.Fingerprint;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

/** Caches codes and labels in memory, as of the revision that this node has reached. */
@Singleton
class CachedVocabularies implements Vocabularies {

    /** The resources that the codes are read from. */
    private static final List<String> SOURCES = List.of(ResourceSchema.VOCABULARIES, ResourceSchema.COUNTRIES);

    private final SchemaRegistry registry;
    private final RecordLookup records;
    private final ChangeReader log;
    private final ObjectMapper json;
    private final RevisionCached<Snapshot> snapshot;

    CachedVocabularies(
            SchemaRegistry registry,
            RecordLookup records,
            RevisionTracker revisions,
            ChangeReader log,
            ObjectMapper json) {
        this.registry = registry;
        this.records = records;
        this.log = log;
        this.json = json;
        this.snapshot = new RevisionCached<>(revisions::revision, this::snapshotAt);
    }

    /**
     * The vocabularies at a revision.
     *
     * @param version changes only when a vocabulary or a country does
     * @param codes by vocabulary, in its order
     * @param parents by vocabulary, then by the code that is a kind of the parent
     * @param labels by vocabulary, then by code
     * @param words by vocabulary, what denotes its codes
     */
    private record Snapshot(
            String version,
            Map<String, List<String>> codes,
            Map<String, Map<String, String>> parents,
            Map<String, Map<String, Translated>> labels,
            Map<String, WordIndex> words) {}

    @Override
    public List<String> codes(String vocabulary) {
        return snapshot.get().codes.getOrDefault(vocabulary, List.of());
    }

    @Override
    public Optional<String> parent(String vocabulary, String code) {
        return Optional.ofNullable(
                snapshot.get().parents.getOrDefault(vocabulary, Map.of()).get(code));
    }

    @Override
    public Translated label(String vocabulary, String code) {
        Translated label =
                snapshot.get().labels.getOrDefault(vocabulary, Map.of()).get(code);
        return label == null ? new Translated(code, code, code) : label;
    }

    @Override
    public Optional<String> codeOf(String vocabulary, String words) {
        return Optional.ofNullable(snapshot.get().words.get(vocabulary)).flatMap(index -> index.codeOf(words));
    }

    @Override
    public Optional<String> codeOfLabel(String vocabulary, String text) {
        return Optional.ofNullable(snapshot.get().words.get(vocabulary)).flatMap(index -> index.codeOfLabel(text));
    }

    @Override
    public List<String> nearest(String vocabulary, String words) {
        Snapshot current = snapshot.get();
        WordIndex index = current.words.get(vocabulary);
        return index == null ? List.of() : index.nearest(words, current.codes.get(vocabulary));
    }

    @Override
    public String version() {
        return snapshot.get().version;
    }

    private RevisionCached.Computed<Snapshot> snapshotAt(long revision, RevisionCached.Computed<Snapshot> previous) {
        boolean isUnchanged = previous != null && !log.hasChangesAfter(previous.revision(), SOURCES);
        return new RevisionCached.Computed<>(revision, isUnchanged ? previous.value() : read());
    }

    private Snapshot read() {
        Snapshot read = new Snapshot("", new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        StringBuilder versions = new StringBuilder();
        for (StoredRecord record : records.all(VocabularyRecord.SCHEMA)) {
            String vocabulary = (String) record.id();
            for (JsonNode term : RecordJson.read(json, record.json()).get("terms")) {
                List<String> spellings = new ArrayList<>();
                term.get("spellings").forEach(spelling -> spellings.add(spelling.textValue()));
                String code = term.get("code").textValue();
                add(read, vocabulary, code, label(term.get("labels")), spellings);
                if (term.get("parent").isTextual()) {
                    read.parents
                            .computeIfAbsent(vocabulary, name -> new HashMap<>())
                            .put(code, term.get("parent").textValue());
                }
            }
            versions.append(record.id()).append(record.version());
        }
        for (StoredRecord record : records.all(registry.get(ResourceSchema.COUNTRIES))) {
            JsonNode country = RecordJson.read(json, record.json());
            String alpha3 = country.get("alpha3").textValue();
            add(read, ResourceSchema.COUNTRIES, (String) record.id(), label(country.get("names")), List.of(alpha3));
            versions.append(record.id()).append(record.version());
        }
        // After the labels and codes of all countries, which come before what else a country is called.
        WordIndex countries = read.words.computeIfAbsent(ResourceSchema.COUNTRIES, name -> new WordIndex());
        read.codes
                .getOrDefault(ResourceSchema.COUNTRIES, List.of())
                .forEach(code -> countries.add(code, CountryNames.of(code)));
        return new Snapshot(Fingerprint.of(versions.toString()), read.codes, read.parents, read.labels, read.words);
    }

    private static void add(
            Snapshot snapshot, String vocabulary, String code, Translated label, List<String> spellings) {
        snapshot.codes.computeIfAbsent(vocabulary, name -> new ArrayList<>()).add(code);
        snapshot.labels.computeIfAbsent(vocabulary, name -> new HashMap<>()).put(code, label);
        WordIndex words = snapshot.words.computeIfAbsent(vocabulary, name -> new WordIndex());
        words.add(code, Arrays.asList(code, label.fr(), label.ar(), label.en()));
        words.add(code, spellings);
    }

    private static Translated label(JsonNode node) {
        return new Translated(
                node.get("fr").textValue(),
                node.get("ar").textValue(),
                node.get("en").textValue());
    }
}
