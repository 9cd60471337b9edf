package org.startupatlas.dbcopy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.CommandLineArguments;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.util.ExceptionUtil;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.FlywayException;

/**
 * The command {@code move FILE}. It runs during the startup of the application, with the configured database, before
 * all other observers of the startup: nothing is loaded, indexed or served. The end of the command aborts the startup.
 */
@Singleton
public final class MoveCommand {

    /** The usage message. */
    public static final String USAGE = "usage: java -jar quarkus-run.jar            starts the application\n"
            + "       java -jar quarkus-run.jar move FILE  copies the embedded database in the file, or in the folder,\n"
            + "                                            into the empty PostgreSQL that the settings name";

    /** The configuration profile of this command. */
    public static final String PROFILE = "move";

    private static final String NAME = "move";

    private final String[] arguments;
    private final String databaseKind;
    private final Optional<String> username;
    private final Optional<String> password;
    private final Instance<DatabaseCopy> databaseCopy;

    MoveCommand(
            @CommandLineArguments String[] arguments,
            @ConfigProperty(name = "quarkus.datasource.db-kind") String databaseKind,
            @ConfigProperty(name = "atlas.move-username") Optional<String> username,
            @ConfigProperty(name = "atlas.move-password") Optional<String> password,
            Instance<DatabaseCopy> databaseCopy) {
        this.arguments = arguments;
        this.databaseKind = databaseKind;
        this.username = username;
        this.password = password;
        this.databaseCopy = databaseCopy;
    }

    /** Whether the arguments of the process are this command. */
    public static boolean matches(String... arguments) {
        return arguments.length == 2 && arguments[0].equals(NAME);
    }

    /** Runs before all other observers of the startup. */
    void run(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        if (matches(arguments)) {
            throw execute();
        }
    }

    /** Aborts the startup after the command. */
    private static final class CommandEndedException extends RuntimeException {

        private final boolean isSuccess;

        CommandEndedException(String message, boolean isSuccess) {
            super(message);
            this.isSuccess = isSuccess;
        }
    }

    /** Handles the end of the application: prints the result of the command, and exits the process. */
    public static void end(int code, Throwable failure) {
        Throwable cause = ExceptionUtil.getRootCause(failure);
        if (cause instanceof CommandEndedException || cause instanceof ConfigurationException) {
            print(cause.getMessage());
        } else {
            failure.printStackTrace();
        }
        System.exit(cause instanceof CommandEndedException done && done.isSuccess ? 0 : code);
    }

    private CommandEndedException execute() {
        try {
            return new CommandEndedException(copy(Path.of(arguments[1])), true);
        } catch (CopyRefusedException refused) {
            return failure(refused.getMessage());
        } catch (IOException failed) {
            return failure("The file cannot be copied: " + failed);
        } catch (SQLException | FlywayException failed) {
            return failure("The database failed: " + failed.getMessage());
        }
    }

    private static CommandEndedException failure(String reason) {
        return new CommandEndedException(reason + "\nmove: Nothing was moved.", false);
    }

    private static void print(String line) {
        System.err.println("move: " + line);
    }

    private String copy(Path fileOrFolder) throws IOException, SQLException {
        if (!databaseKind.equals("postgresql")) {
            throw new CopyRefusedException("This build is for " + databaseKind
                    + ". A build for PostgreSQL moves: mvn package -DskipTests -Ddb=postgresql.");
        }
        try (DatabaseFile file = DatabaseFile.open(fileOrFolder, username.orElse(""), password.orElse(""))) {
            return databaseCopy.get().run(file, MoveCommand::print);
        }
    }
}
