package org.startupatlas.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The log, as far as those need it who follow the records of a resource. */
public interface Replacements {

    /**
     * What came in the place of what behind a revision, the oldest first, as the connection sees it.
     *
     * @param most at most so many
     * @return empty if there were more, or if the log does not tell any more what was there before
     */
    Optional<List<Replacement>> behind(Connection connection, Declaration declaration, long since, int most)
            throws SQLException;
}
