package org.startupatlas.query;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Counts records, from this node's cached counts where all records of a resource are counted. */
@Singleton
public final class RecordCounter {

    private final DataSource database;
    private final Tallies tallies;

    /** Counts records of this database; the log brings cached counts to the revision that is asked. */
    public RecordCounter(DataSource database, Replacements log) {
        this.database = database;
        this.tallies = new Tallies(log);
    }

    /** Records of a resource that satisfy a condition. */
    public record Selection(Declaration declaration, Condition condition) {}

    /** Returns the facets of several resources, all at one revision. */
    public Census census(Map<Declaration, List<Facet>> facets) {
        return Databases.readAtOnce(database, connection -> {
            long revision = RecordReader.revision(connection);
            Map<Declaration, List<FacetCounts>> counts = new HashMap<>();
            for (Map.Entry<Declaration, List<Facet>> each : facets.entrySet()) {
                Map<Figure, Map<Object, Long>> counted =
                        counts(connection, revision, each.getKey(), Figure.all(each.getKey(), each.getValue()));
                counts.put(each.getKey(), FacetCounts.all(each.getKey(), each.getValue(), counted));
            }
            return new Census(revision, counts);
        });
    }

    /** Returns the number of records of each selection, all at one revision. */
    public ListSizes sizes(Map<NamedList, Selection> lists) {
        return Databases.readAtOnce(database, connection -> {
            long revision = RecordReader.revision(connection);
            Map<NamedList, Long> sizes = new HashMap<>();
            for (Map.Entry<NamedList, Selection> each : lists.entrySet()) {
                sizes.put(each.getKey(), count(connection, revision, each.getValue()));
            }
            return new ListSizes(revision, sizes);
        });
    }

    /** Returns the number of records of a selection at the revision that the connection shows. */
    long count(Connection connection, long revision, Selection selection) throws SQLException {
        Figure figure = Figure.records(selection.declaration());
        return Figure.number(
                counts(connection, revision, selection.declaration(), Map.of(figure, selection.condition())), figure);
    }

    /**
     * Counts records of one resource.
     *
     * @param connection shows the database at one revision
     * @param asked the figures, each with the condition that the counted records satisfy
     */
    Map<Figure, Map<Object, Long>> counts(
            Connection connection, long revision, Declaration declaration, Map<Figure, Condition> asked)
            throws SQLException {
        return tallies.counts(connection, revision, declaration, asked);
    }
}
