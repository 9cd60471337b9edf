package org.startupatlas.write;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.schema.ResourceSchema;

/** The repositories by resource. */
@Singleton
public class Repositories {

    private final Map<String, RecordRepository<?, ?, ?>> all;

    Repositories(@All List<RecordRepository<?, ?, ?>> repositories) {
        all = repositories.stream()
                .collect(Collectors.toMap(repository -> repository.schema().resource(), Function.identity()));
    }

    public RecordRepository<?, ?, ?> of(ResourceSchema schema) {
        return all.get(schema.resource());
    }
}
