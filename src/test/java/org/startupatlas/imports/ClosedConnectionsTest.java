package org.startupatlas.imports;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.SQLException;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.PoolConnections;

/** Writing to a database that the application has made itself, by connections that were opened later. */
@QuarkusTest
@TestProfile(ForWriting.class)
class ClosedConnectionsTest extends EveryWriteTests {
    @Override
    Connection close(PoolConnections open) throws SQLException {
        return open.closeAll();
    }
}
