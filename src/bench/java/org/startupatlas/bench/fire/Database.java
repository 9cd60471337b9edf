package org.startupatlas.bench.fire;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** The database under the nodes. */
public interface Database extends Closeable {

    /** Returns the environment variables with which a node connects. */
    Map<String, String> settings();

    /** Opens a connection for reading. */
    Connection connect() throws SQLException;

    /** Restarts the database, with its data, in spite of open connections. */
    void restart() throws IOException;

    /** Whether the database runs in the process of the node. */
    boolean isEmbedded();

    /** Returns the size in bytes. */
    long size() throws IOException;
}
