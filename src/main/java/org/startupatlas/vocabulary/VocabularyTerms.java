package org.startupatlas.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.startupatlas.change.RevisionWatch;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.RecordReader;
import org.startupatlas.query.Register;
import org.startupatlas.query.Row;
import org.startupatlas.query.Terms;
import org.startupatlas.record.Translated;

/** The codes and labels in memory, as of the revision that this node has reached. */
@Singleton
class VocabularyTerms implements Terms {

    private final Register register;
    private final RecordReader records;
    private final RevisionWatch watch;
    private final ObjectMapper json;
    private volatile Snapshot snapshot = new Snapshot(-1, "", Map.of());

    VocabularyTerms(Register register, RecordReader records, RevisionWatch watch, ObjectMapper json) {
        this.register = register;
        this.records = records;
        this.watch = watch;
        this.json = json;
    }

    /** What was read at a revision; the version changes only when a vocabulary or a country does. */
    private record Snapshot(long revision, String version, Map<String, Map<String, Translated>> labels) {}

    @Override
    public List<String> codes(String vocabulary) {
        return List.copyOf(current().labels.getOrDefault(vocabulary, Map.of()).keySet());
    }

    @Override
    public Translated label(String vocabulary, String code) {
        Translated label = current().labels.getOrDefault(vocabulary, Map.of()).get(code);
        return label == null ? new Translated(code, code, code) : label;
    }

    @Override
    public String version() {
        return current().version;
    }

    private Snapshot current() {
        Snapshot known = snapshot;
        long revision = watch.revision();
        if (known.revision >= revision) {
            return known;
        }
        Snapshot read = read(revision);
        snapshot = read;
        return read;
    }

    private Snapshot read(long revision) {
        Map<String, Map<String, Translated>> labels = new HashMap<>();
        long writes = 0;
        for (Row row : records.all(VocabularyDeclaration.VOCABULARIES)) {
            Map<String, Translated> terms = new LinkedHashMap<>();
            read(row).get("terms").forEach(term -> terms.put(term.get("code").textValue(), label(term.get("labels"))));
            labels.put((String) row.id(), terms);
            writes += row.version();
        }
        Map<String, Translated> countries = new LinkedHashMap<>();
        for (Row row : records.all(register.get(Declaration.COUNTRIES))) {
            countries.put((String) row.id(), label(read(row).get("names")));
            writes += row.version();
        }
        labels.put(Declaration.COUNTRIES, countries);
        return new Snapshot(revision, Long.toString(writes), labels);
    }

    private JsonNode read(Row row) {
        try {
            return json.readTree(row.json());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Translated label(JsonNode node) {
        return new Translated(
                node.get("fr").textValue(),
                node.get("ar").textValue(),
                node.get("en").textValue());
    }
}
