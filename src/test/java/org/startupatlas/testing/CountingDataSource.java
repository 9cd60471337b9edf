package org.startupatlas.testing;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Counts the statements that requests prepare. */
@Alternative
@Singleton
public class CountingDataSource implements DataSource {
    private final AgroalDataSource database;

    /** More than any request prepares; further statements are not stored. */
    private final Queue<String> prepared = new ArrayBlockingQueue<>(10_000);

    CountingDataSource(AgroalDataSource database) {
        this.database = database;
    }

    /** Returns the number of statements since the last call. */
    public int takeCount() {
        return takeTexts().size();
    }

    /** Returns the statements since the last call. */
    public List<String> takeTexts() {
        List<String> texts = new ArrayList<>();
        for (String text = prepared.poll(); text != null; text = prepared.poll()) {
            texts.add(text);
        }
        return texts;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return counting(database.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return counting(database.getConnection(user, password));
    }

    private Connection counting(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement") && !isFollowing()) {
                        prepared.offer((String) arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    /** Excludes the statements of the search index, which follows the log in the background. */
    private static boolean isFollowing() {
        return Thread.currentThread().getName().equals("search-index");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return database.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        database.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        database.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return database.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(Logger.GLOBAL_LOGGER_NAME);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return database.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return database.isWrapperFor(type);
    }
}
