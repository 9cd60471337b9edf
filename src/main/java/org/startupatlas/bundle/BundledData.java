package org.startupatlas.bundle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.startupatlas.changelog.ChangeLog;
import org.startupatlas.changelog.PendingChange;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.schema.ResourceSchema;

/**
 * Loads the bundled data into an empty database: countries and vocabularies always, the ecosystem unless it is
 * disabled. If several nodes start together, one loads the data and the others wait, because the load holds the lock of
 * the log.
 */
@Singleton
public class BundledData {

    private static final Logger LOG = Logger.getLogger(BundledData.class);

    /** The resources that all others refer to. */
    private static final List<String> REFERENCE = List.of(ResourceSchema.VOCABULARIES, ResourceSchema.COUNTRIES);

    /** The other resources, ordered so that each refers only to resources before it. */
    public static final List<String> ECOSYSTEM = List.of(
            "partners",
            "sites",
            "programs",
            "startups",
            "participations",
            "agreements",
            "funding_rounds",
            "indicators");

    private final List<RecordRepository<?, ?, ?>> repositories;
    private final ChangeLog log;
    private final ObjectMapper json;
    private final boolean withEcosystem;

    BundledData(
            @All List<RecordRepository<?, ?, ?>> repositories,
            ChangeLog log,
            ObjectMapper json,
            @ConfigProperty(name = "atlas.sample-data") boolean withEcosystem) {
        this.repositories = repositories;
        this.log = log;
        this.json = json;
        this.withEcosystem = withEcosystem;
    }

    @Transactional
    void load(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        if (!log.lockIfEmpty()) {
            return;
        }
        REFERENCE.forEach(this::load);
        if (withEcosystem) {
            ECOSYSTEM.forEach(this::load);
        }
    }

    private void load(String resource) {
        load(repositories.stream()
                .filter(repository -> repository.schema().resource().equals(resource))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing writes " + resource)));
    }

    private void load(RecordRepository<?, ?, ?> repository) {
        String resource = repository.schema().resource();
        String file = "/bundle/" + resource + ".ndjson";
        List<PendingChange> records = new ArrayList<>();
        try (InputStream bytes = BundledData.class.getResourceAsStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                records.add(repository.create(repository.validated(json.readValue(line, ObjectNode.class))));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
        log.append(log.stage(records, null));
        LOG.infof("loaded %d %s", records.size(), resource);
    }
}
