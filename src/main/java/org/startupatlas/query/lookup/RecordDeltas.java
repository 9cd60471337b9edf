package org.startupatlas.query.lookup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.startupatlas.schema.ResourceSchema;

/** Reads the changes of a resource's records from the log. */
public interface RecordDeltas {

    /**
     * Returns the changes after a revision, the oldest first, as seen by the connection.
     *
     * @param limit the maximum number of changes
     * @return empty if there are more changes, or if the log no longer has the version before one of them
     */
    Optional<List<RecordDelta>> since(Connection connection, ResourceSchema schema, long revision, int limit)
            throws SQLException;
}
