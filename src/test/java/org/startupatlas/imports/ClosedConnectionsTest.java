package org.startupatlas.imports;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.SQLException;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.PoolConnections;

/** Tests writes on connections opened later, to a database that the application has created itself. */
@QuarkusTest
@TestProfile(ForWriting.class)
class ClosedConnectionsTest extends EveryWriteTests {
    @Override
    Connection close(PoolConnections open) throws SQLException {
        return open.closeAll();
    }
}
