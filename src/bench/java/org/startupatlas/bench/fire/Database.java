package org.startupatlas.bench.fire;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** The database under the nodes. */
public interface Database extends Closeable {

    /** What leads a node to it, as environment variables. */
    Map<String, String> settings();

    /** A connection for reading what is in it. */
    Connection connect() throws SQLException;

    /** Stops it, whoever is connected, and starts it again with all that it held. */
    void restart() throws IOException;

    /** Whether only the node itself can be connected. */
    boolean isEmbedded();

    /** How large it is, in bytes. */
    long size() throws IOException;
}
