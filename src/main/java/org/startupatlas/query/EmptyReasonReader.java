package org.startupatlas.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Counts what each filter of an empty list leaves out, in one statement beside what is counted already. */
final class EmptyReasonReader {

    private final RecordCounter counter;

    EmptyReasonReader(RecordCounter counter) {
        this.counter = counter;
    }

    /**
     * What the filters of a list without words leave out.
     *
     * @param connection sees the database as it is at one moment
     */
    List<EmptyReason> read(Connection connection, Query query) throws SQLException {
        return reasons(query, count(connection, query.declaration(), conditions(query)));
    }

    /** What the filters leave out of what words have found, and at the end what the words leave out. */
    List<EmptyReason> read(Connection connection, Query query, FullText.Found found) throws SQLException {
        Declaration declaration = query.declaration();
        List<Condition> conditions = conditions(query);
        long[] counts = new long[conditions.size()];
        Iterator<List<Object>> blocks = found.blocks().iterator();
        while (blocks.hasNext()) {
            Condition among = new Condition.Among(blocks.next(), declaration.hasWordsAsIds());
            long[] ofBlock = count(
                    connection,
                    declaration,
                    conditions.stream().map(condition -> condition.and(among)).toList());
            for (int i = 0; i < counts.length; i++) {
                counts[i] += ofBlock[i];
            }
        }
        List<EmptyReason> reasons = new ArrayList<>(reasons(query, counts));
        if (reasons.size() < QueryLimits.MAX_EMPTY_REASONS) {
            long[] withoutWords = count(connection, declaration, List.of(query.condition()));
            reasons.add(new EmptyReason("q", withoutWords[0], null));
        }
        return reasons;
    }

    private static List<Condition> conditions(Query query) {
        List<Condition> conditions = new ArrayList<>();
        for (OmittedFilter omitted : query.omitted()) {
            conditions.add(omitted.without());
            if (omitted.unknown() != null) {
                conditions.add(omitted.unknown());
            }
        }
        return conditions;
    }

    private static List<EmptyReason> reasons(Query query, long[] counts) {
        List<EmptyReason> reasons = new ArrayList<>();
        int next = 0;
        for (OmittedFilter omitted : query.omitted()) {
            long without = counts[next++];
            reasons.add(new EmptyReason(
                    omitted.parameter(), without, omitted.unknown() == null ? null : Long.valueOf(counts[next++])));
        }
        return reasons;
    }

    /** How many records satisfy each of the conditions, in their order. */
    private long[] count(Connection connection, Declaration declaration, List<Condition> conditions)
            throws SQLException {
        long[] counts = new long[conditions.size()];
        List<Integer> anew = new ArrayList<>();
        Sql sql = new Sql();
        for (int i = 0; i < counts.length; i++) {
            Condition condition = conditions.get(i);
            if (condition.equals(Condition.ALWAYS)) {
                counts[i] = all(connection, declaration);
            } else if (!condition.equals(Condition.NEVER)) {
                sql.append(anew.isEmpty() ? "SELECT " : ", ");
                sql.append("(SELECT COUNT(*) FROM " + declaration.table() + " r WHERE ");
                new ConditionSql(sql).write("r", condition);
                sql.append(")");
                anew.add(i);
            }
        }
        if (!anew.isEmpty()) {
            Databases.query(connection, sql, row -> {
                for (int i = 0; i < anew.size(); i++) {
                    counts[anew.get(i)] = row.getLong(i + 1);
                }
            });
        }
        return counts;
    }

    private long all(Connection connection, Declaration declaration) throws SQLException {
        return counter.count(
                connection,
                RecordReader.revision(connection),
                new RecordCounter.Selection(declaration, Condition.ALWAYS));
    }
}
