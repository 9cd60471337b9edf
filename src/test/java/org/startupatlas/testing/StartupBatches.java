package org.startupatlas.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.startupatlas.changelog.ChangeLog;
import org.startupatlas.changelog.PendingChange;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.database.WriteSerializer;
import org.startupatlas.resource.startup.StartupRecord;

/** Writes batches of startups, each in one transaction, as the application writes the bundled data. */
@Singleton
public class StartupBatches {
    /** Notes of a hundred kilobytes, so that a few startups fill the buffers of a connection. */
    public static final String LONG_TEXT = "a long text, ".repeat(8_000);

    private final RecordRepository<?, StartupRecord, UUID> startups;
    private final ChangeLog log;
    private final WriteSerializer serializer;

    StartupBatches(RecordRepository<?, StartupRecord, UUID> startups, ChangeLog log, WriteSerializer serializer) {
        this.startups = startups;
        this.log = log;
        this.serializer = serializer;
    }

    /**
     * Returns startups with the values of a bundled one, except their ids, slugs and names.
     *
     * @param name one word; each name is this and a number
     */
    public static List<StartupRecord> numbered(String name, IntStream numbers) {
        ObjectNode record = (ObjectNode) Atlas.tree("/v1/startups/freterium");
        record.putNull("version").putNull("created_at").putNull("updated_at");
        return numbers.mapToObj(number -> {
                    record.put("id", UUID.randomUUID().toString())
                            .put("slug", name.toLowerCase(Locale.ROOT) + "-" + number)
                            .put("name", name + " " + number);
                    return Atlas.json().convertValue(record, StartupRecord.class);
                })
                .toList();
    }

    /** Writes a number of startups in one transaction; returns their ids, which are not in the order of writing. */
    public List<UUID> write(int count, String city, String notes) {
        List<StartupRecord> batch =
                Stream.generate(() -> startup(city, notes)).limit(count).toList();
        write(batch);
        return batch.stream().map(StartupRecord::id).toList();
    }

    private static StartupRecord startup(String city, String notes) {
        UUID id = UUID.randomUUID();
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("slug", "startup-" + id);
        values.put("name", "Startup " + id);
        values.put("city", city);
        values.put("notes", notes);
        return startup(values);
    }

    /** Returns a startup with these values, by the names of their fields; its other fields are null or empty. */
    public static StartupRecord startup(Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>();
        StartupRecord.SCHEMA.fields().forEach(field -> all.put(field.name(), field.isList() ? List.of() : null));
        all.putAll(values);
        return Atlas.json().convertValue(all, StartupRecord.class);
    }

    /** Writes startups in one transaction. */
    public void write(List<StartupRecord> batch) {
        serializer.take(() -> QuarkusTransaction.requiringNew().run(() -> log.append(log.stage(changes(batch), null))));
    }

    /** Returns the changes that create the startups. */
    public List<PendingChange> changes(List<StartupRecord> batch) {
        return batch.stream()
                .map(startup -> startups.create(startups.validated(Atlas.json().valueToTree(startup))))
                .toList();
    }
}
