package org.startupatlas.changelog.migration;

import io.quarkus.arc.All;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.List;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;

/** Gives Flyway the migrations that are beans. Quarkus 3.33 does not run the classes that it finds by itself. */
@Singleton
class DocumentMigrations implements FlywayConfigurationCustomizer {

    private final List<DocumentMigration> migrations;

    DocumentMigrations(@All List<DocumentMigration> migrations) {
        this.migrations = migrations;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.javaMigrations(migrations.toArray(JavaMigration[]::new));
    }
}
