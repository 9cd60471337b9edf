package org.startupatlas.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.startupatlas.query.Databases;
import org.startupatlas.query.Sql;

/** What a block writes while it has the log goes to a file that is there. */
@QuarkusTest
@TestProfile(ForWriting.class)
@EnabledIfSystemProperty(named = "db", matches = "postgresql", disabledReason = "H2 has no segments")
class EarlyFlushTest {
    private static final int SEGMENT = 16 * 1024 * 1024;
    private static final int WRITTEN_UNDER_LOCK = 1024 * 1024;

    @Inject
    AgroalDataSource database;

    @Inject
    EarlyFlush flush;

    @Test
    void aSegmentThatWouldEndUnderTheLockIsFilledBeforeIt() {
        writeUntilLeft(WRITTEN_UNDER_LOCK / 2);
        long segment = written() / SEGMENT;
        flush.await();
        assertEquals(segment + 1, written() / SEGMENT);
        assertTrue(left() > SEGMENT - WRITTEN_UNDER_LOCK, left() + " bytes are left of the new one");
    }

    @Test
    void aSegmentThatHoldsWhatComesIsLeftAsItIs() {
        writeUntilLeft(SEGMENT / 2);
        long before = written();
        flush.await();
        assertTrue(written() - before < WRITTEN_UNDER_LOCK / 2, written() - before + " bytes were written");
    }

    private void writeUntilLeft(int bytes) {
        long more = Math.floorMod(left() - bytes, SEGMENT);
        number("select pg_logical_emit_message(true, 'test', repeat('.', " + more + ")) - '0/0'");
    }

    private long left() {
        return SEGMENT - written() % SEGMENT;
    }

    private long written() {
        return number("select pg_current_wal_insert_lsn() - '0/0'");
    }

    private long number(String select) {
        return Databases.read(database, connection -> Databases.number(connection, new Sql().append(select)));
    }
}
