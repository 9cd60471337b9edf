package org.startupatlas.transfer.imports;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.SQLException;
import org.startupatlas.PoolConnections;
import org.startupatlas.feed.FewStreams;

/** Writing when a new node has rested for longer than its pool keeps connections. */
@QuarkusTest
@TestProfile(FewStreams.class)
class IdlePoolTest extends EveryWriteTests {
    @Override
    Connection close(PoolConnections open) throws SQLException {
        return open.awaitClosed();
    }
}
