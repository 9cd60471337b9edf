package org.startupatlas.transfer.imports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Keeps what reports tell. */
@Singleton
class FindingRepository implements PanacheRepositoryBase<Finding, Finding.Key> {

    /** A block is a megabyte or so, and is read in a few milliseconds. */
    private static final int BLOCK = 1_000;

    private final StatelessSession statements;

    FindingRepository(StatelessSession statements) {
        this.statements = statements;
    }

    /** Adds what is told of rows. */
    void add(UUID job, List<Told> told) {
        Map<Long, Integer> positions = new HashMap<>();
        List<Finding> findings = new ArrayList<>(told.size());
        for (Told each : told) {
            int position = positions.merge(each.rowNumber(), 1, Integer::sum);
            Finding.Key key = new Finding.Key(job, each.rowNumber(), position);
            findings.add(new Finding(key, each.kind(), each.document().toString()));
        }
        statements.insertMultiple(findings);
    }

    /**
     * A block of what is told of one kind, in the order of the rows; an empty one at the end. Each is read by itself, so
     * that who reads slowly holds nothing.
     *
     * @param behind the last of the block before, or null for the first
     */
    @Transactional
    List<Finding> block(UUID job, Finding.Kind kind, Finding.Key behind) {
        long row = behind == null ? 0 : behind.rowNo();
        int position = behind == null ? 0 : behind.position();
        return find(
                        "key.job = ?1 and kind = ?2 and (key.rowNo > ?3 or key.rowNo = ?3 and key.position > ?4)"
                                + " order by key.rowNo, key.position",
                        job,
                        kind.code(),
                        row,
                        position)
                .page(0, BLOCK)
                .list();
    }
}
