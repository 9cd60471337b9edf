package org.startupatlas.query.page;

import java.util.List;
import org.startupatlas.query.Cursor;
import org.startupatlas.query.ListQuery;
import org.startupatlas.query.SortKey;
import org.startupatlas.sql.SqlBuilder;

/**
 * The rows of a list after a cursor, or a part of them that is a range of an index. Rows without a value in the first
 * sort key come last and are a range of their own: one condition for both would make PostgreSQL read everything before
 * the cursor.
 *
 * <p>The id has the direction of the last sort key, so that one index serves both directions of a key, and key and id
 * together form one row comparison.
 */
abstract class KeysetRange {

    private KeysetRange() {}

    /** Writes {@code AND …} with the condition of the range. */
    abstract void write(SqlBuilder sql, String alias);

    /** Returns the ranges of a query, in sort order. */
    static List<KeysetRange> of(ListQuery query) {
        return of(query.sort(), query.cursor());
    }

    /** Returns the ranges after a cursor, or one range of all rows if it is null, in sort order. */
    static List<KeysetRange> of(List<SortKey> sort, Cursor cursor) {
        if (cursor == null) {
            return List.of(ALL);
        }
        if (!sort.isEmpty() && sort.get(0).canBeMissing() && cursor.values().get(0) != null) {
            return List.of(new AfterCursor(sort, cursor), new WithoutValue(sort.get(0)));
        }
        return List.of(new AfterCursor(sort, cursor));
    }

    /** Writes the ORDER BY clause: each key with NULLS LAST, then the id. */
    static void writeOrder(SqlBuilder sql, String alias, List<SortKey> sort) {
        sql.append(" ORDER BY ");
        for (SortKey sortKey : sort) {
            sql.append(alias + "." + sortKey.column() + (sortKey.descending() ? " DESC" : " ASC")
                    + (sortKey.canBeMissing() ? " NULLS LAST, " : ", "));
        }
        sql.append(alias + ".id" + (isIdDescending(sort) ? " DESC" : " ASC"));
    }

    private static boolean isIdDescending(List<SortKey> sort) {
        return !sort.isEmpty() && sort.get(sort.size() - 1).descending();
    }

    private static final KeysetRange ALL = new KeysetRange() {
        @Override
        void write(SqlBuilder sql, String alias) {
            // every row
        }
    };

    private static final class WithoutValue extends KeysetRange {
        private final SortKey key;

        WithoutValue(SortKey sortKey) {
            this.key = sortKey;
        }

        @Override
        void write(SqlBuilder sql, String alias) {
            sql.append(" AND " + alias + "." + key.column() + " IS NULL");
        }
    }

    private static final class AfterCursor extends KeysetRange {
        private final List<SortKey> sort;
        private final Cursor cursor;

        AfterCursor(List<SortKey> sort, Cursor cursor) {
            this.sort = sort;
            this.cursor = cursor;
        }

        @Override
        void write(SqlBuilder sql, String alias) {
            sql.append(" AND ");
            if (!sort.isEmpty() && cursor.values().get(0) != null) {
                // Redundant with the condition below, but in a form for which every database uses an index.
                SortKey first = sort.get(0);
                sql.append(alias + "." + first.column() + (first.descending() ? " <= " : " >= "))
                        .bind(cursor.values().get(0))
                        .append(" AND ");
            }
            writeAfter(sql, alias, 0);
        }

        private void writeAfter(SqlBuilder sql, String alias, int index) {
            String id = alias + ".id";
            String comparison = isIdDescending(sort) ? " < " : " > ";
            if (index == sort.size()) {
                sql.append(id + comparison).bind(cursor.id());
                return;
            }
            SortKey sortKey = sort.get(index);
            String column = alias + "." + sortKey.column();
            Object value = cursor.values().get(index);
            if (value == null) {
                sql.append(column + " IS NULL AND ");
                writeAfter(sql, alias, index + 1);
            } else if (index == sort.size() - 1) {
                boolean nullsFollow = index > 0 && sortKey.canBeMissing();
                sql.append(nullsFollow ? "(" : "")
                        .append("(" + column + ", " + id + ")" + comparison + "(")
                        .bind(value)
                        .append(", ")
                        .bind(cursor.id())
                        .append(")")
                        .append(nullsFollow ? " OR " + column + " IS NULL)" : "");
            } else {
                sql.append("(" + column + (sortKey.descending() ? " < " : " > "))
                        .bind(value);
                // The first key's rows without a value are a range of their own.
                sql.append(index > 0 && sortKey.canBeMissing() ? " OR " + column + " IS NULL" : "");
                sql.append(" OR (" + column + " = ").bind(value).append(" AND ");
                writeAfter(sql, alias, index + 1);
                sql.append("))");
            }
        }
    }
}
