package org.startupatlas.testing;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;

/** The connections that the application's pool has open at a moment, such as those that ran the migrations. */
@Singleton
public class PoolConnections {
    /** Their sessions in the database; an id alone may be given again. */
    private static final String SESSIONS = TestDatabase.isPostgresql()
            ? "select pid || ' ' || backend_start from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()"
            : "select session_id || ' ' || session_start from information_schema.sessions"
                    + " where session_id <> session_id()";

    private final AgroalDataSource database;

    PoolConnections(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Closes every connection, those in use when they are given back.
     *
     * @return a connection outside of the pool: an embedded database that nobody has open would be opened anew
     */
    public Connection closeAll() throws SQLException {
        return whenClosed(() -> database.flush(AgroalDataSource.FlushMode.GRACEFUL));
    }

    /**
     * Waits until the pool has closed every connection by its own limits.
     *
     * @return a connection outside of the pool, likewise
     */
    public Connection awaitClosed() throws SQLException {
        return whenClosed(() -> {});
    }

    private Connection whenClosed(Runnable closing) throws SQLException {
        Connection keeper = outsideOfThePool();
        Set<String> before = sessions(keeper);
        closing.run();
        Polling.until("open sessions", () -> sessions(keeper), open -> Collections.disjoint(before, open));
        return keeper;
    }

    /** A connection that is none of the pool's. */
    public Connection outsideOfThePool() throws SQLException {
        AgroalConnectionFactoryConfiguration factory =
                database.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
        Properties user = new Properties();
        if (factory.principal() != null) {
            user.setProperty("user", factory.principal().getName());
            user.setProperty("password", TestPostgresql.PASSWORD);
        }
        return DriverManager.getConnection(factory.jdbcUrl(), user);
    }

    private static Set<String> sessions(Connection connection) throws SQLException {
        Set<String> sessions = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SESSIONS)) {
            while (row.next()) {
                sessions.add(row.getString(1));
            }
        }
        return sessions;
    }
}
