package org.startupatlas.imports;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import org.startupatlas.testing.PoolConnections;

/** Writing to a database that the application has made itself, by connections that were opened later. */
@QuarkusTest
class ClosedConnectionsTest extends EveryWriteTests {
    @Override
    Connection close(PoolConnections open) throws SQLException {
        return open.closeAll();
    }
}
