package org.startupatlas;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Refuses to start a build for one database on another: Quarkus fixes the kind when building, and the driver alone
 * would only say that it does not know the URL. It is asked before the first connection.
 */
@Singleton
class DatabaseOfThisBuild implements FlywayConfigurationCustomizer {

    private final String kind;
    private final String url;

    DatabaseOfThisBuild(
            @ConfigProperty(name = "quarkus.datasource.db-kind") String kind,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.kind = kind;
        this.url = url;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        if (!url.startsWith("jdbc:" + kind + ":")) {
            throw new ConfigurationException("This build is for " + kind + ", but the database's address begins with '"
                    + url.split("[?;/@]", 2)[0]
                    + "'. Set QUARKUS_DATASOURCE_JDBC_URL to an address that begins with jdbc:" + kind
                    + ":, or build for the other database: mvn package -Ddb=h2 or mvn package -Ddb=postgresql.");
        }
    }
}
