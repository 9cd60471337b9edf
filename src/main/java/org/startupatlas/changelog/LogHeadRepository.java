package org.startupatlas.changelog;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Reads and locks the single row of the log's head. */
@Singleton
class LogHeadRepository implements PanacheRepositoryBase<LogHead, Integer> {

    private final DataSource database;

    LogHeadRepository(DataSource database) {
        this.database = database;
    }

    /**
     * The committed state of the log.
     *
     * @param origin the origin id; null if the log is empty
     */
    record Position(long revision, String origin) {}

    /** Reads the head and locks it until the transaction ends. */
    LogHead lock() {
        return findById(LogHead.SINGLE_ID, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Returns the latest revision without locking the head. */
    long revision() {
        LogHead head = findById(LogHead.SINGLE_ID);
        getEntityManager().detach(head); // so that it is read again when it is locked
        return head.revision();
    }

    /**
     * Reads the committed state without a transaction and without Hibernate, which would log each failure: four a second
     * while the database is unreachable.
     */
    Position poll() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT revision, origin FROM log_head")) {
            row.next();
            return new Position(row.getLong(1), row.getString(2));
        }
    }
}
