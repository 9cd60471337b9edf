package org.startupatlas.query.lookup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.startupatlas.schema.ResourceSchema;

/** The log, as far as those need it who follow the records of a resource. */
public interface RecordDeltas {

    /**
     * What came in the place of what behind a revision, the oldest first, as the connection sees it.
     *
     * @param most at most so many
     * @return empty if there were more, or if the log does not tell any more what was there before
     */
    Optional<List<RecordDelta>> since(Connection connection, ResourceSchema schema, long revision, int limit)
            throws SQLException;
}
