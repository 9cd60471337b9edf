package org.startupatlas.writing;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.startupatlas.change.RecordRepository;
import org.startupatlas.query.Declaration;

/** The repository of each resource. */
@Singleton
class Repositories {

    private final Map<String, RecordRepository<?, ?, ?>> all;

    Repositories(@All List<RecordRepository<?, ?, ?>> repositories) {
        all = repositories.stream()
                .collect(Collectors.toMap(repository -> repository.declaration().resource(), Function.identity()));
    }

    RecordRepository<?, ?, ?> of(Declaration declaration) {
        return all.get(declaration.resource());
    }
}
