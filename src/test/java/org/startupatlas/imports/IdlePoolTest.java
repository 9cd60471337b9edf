package org.startupatlas.imports;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.SQLException;
import org.startupatlas.testing.Limited;
import org.startupatlas.testing.PoolConnections;

/** Tests writes on a new node that was idle for longer than its pool keeps connections. */
@QuarkusTest
@TestProfile(Limited.class)
class IdlePoolTest extends EveryWriteTests {
    @Override
    Connection close(PoolConnections open) throws SQLException {
        return open.awaitClosed();
    }
}
