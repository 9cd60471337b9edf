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
 * The command {@code move FILE}. It is carried out while the application starts, with the database that is configured,
 * before anything else has begun: nothing is loaded, indexed or served, and what starts the application ends it.
 */
@Singleton
public final class MoveCommand {

    /** How it is called. */
    public static final String USAGE = "usage: java -jar quarkus-run.jar            starts the application\n"
            + "       java -jar quarkus-run.jar move FILE  copies the embedded database in the file, or in the folder,\n"
            + "                                            into the empty PostgreSQL that the settings name";

    /** The profile that has the settings of this command. */
    public static final String PROFILE = "move";

    private static final String NAME = "move";

    private final String[] arguments;
    private final String databaseKind;
    private final Optional<String> username;
    private final Optional<String> password;
    private final Instance<DatabaseCopy> move;

    MoveCommand(
            @CommandLineArguments String[] arguments,
            @ConfigProperty(name = "quarkus.datasource.db-kind") String databaseKind,
            @ConfigProperty(name = "atlas.move-username") Optional<String> username,
            @ConfigProperty(name = "atlas.move-password") Optional<String> password,
            Instance<DatabaseCopy> move) {
        this.arguments = arguments;
        this.databaseKind = databaseKind;
        this.username = username;
        this.password = password;
        this.move = move;
    }

    /** Whether the arguments of the process are this command. */
    public static boolean isMeantBy(String... arguments) {
        return arguments.length == 2 && arguments[0].equals(NAME);
    }

    /** The first of all that observe the start. */
    void run(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        if (isMeantBy(arguments)) {
            throw ended();
        }
    }

    /** Thrown in the place of everything that a start would do next. */
    private static final class Done extends RuntimeException {

        private final boolean well;

        Done(String message, boolean well) {
            super(message);
            this.well = well;
        }
    }

    /** Ends the process, whatever ended the start. */
    public static void end(int code, Throwable why) {
        Throwable cause = ExceptionUtil.getRootCause(why);
        if (cause instanceof Done || cause instanceof ConfigurationException) {
            tell(cause.getMessage());
        } else {
            why.printStackTrace();
        }
        System.exit(cause instanceof Done done && done.well ? 0 : code);
    }

    private Done ended() {
        try {
            return new Done(moved(Path.of(arguments[1])), true);
        } catch (CopyRefusedException refused) {
            return failed(refused.getMessage());
        } catch (IOException failed) {
            return failed("The file cannot be copied: " + failed);
        } catch (SQLException | FlywayException failed) {
            return failed("The database failed: " + failed.getMessage());
        }
    }

    private static Done failed(String why) {
        return new Done(why + "\nmove: Nothing was moved.", false);
    }

    private static void tell(String line) {
        System.err.println("move: " + line);
    }

    private String moved(Path asked) throws IOException, SQLException {
        if (!databaseKind.equals("postgresql")) {
            throw new CopyRefusedException("This build is for " + databaseKind
                    + ". A build for PostgreSQL moves: mvn package -DskipTests -Ddb=postgresql.");
        }
        try (DatabaseFile file = DatabaseFile.open(asked, username.orElse(""), password.orElse(""))) {
            return move.get().run(file, MoveCommand::tell);
        }
    }
}
