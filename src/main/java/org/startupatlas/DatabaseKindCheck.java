package org.startupatlas;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Rejects the URL of another database than the one of the build: Quarkus fixes the kind at build time, and the driver's
 * own message would only say that it does not accept the URL. Flyway calls it before the first connection.
 */
@Singleton
class DatabaseKindCheck implements FlywayConfigurationCustomizer {

    /**
     * H2 as a server, or with a file that several processes open: other processes could write without this one
     * noticing.
     */
    private static final Pattern SHARED_H2 =
            Pattern.compile("^jdbc:h2:(tcp|ssl):|;AUTO_SERVER=TRUE", Pattern.CASE_INSENSITIVE);

    private final String kind;
    private final String url;

    DatabaseKindCheck(
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
        if (SHARED_H2.matcher(url).find()) {
            throw new ConfigurationException("The embedded database has one process, but its address is that of a"
                    + " server. Use a file, or build for PostgreSQL: mvn package -Ddb=postgresql.");
        }
    }
}
