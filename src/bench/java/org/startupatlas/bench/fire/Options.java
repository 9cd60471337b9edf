package org.startupatlas.bench.fire;

import java.nio.file.Path;

/**
 * The options of a run.
 *
 * @param writes the number of acknowledged writes
 * @param seed the seed of random choices
 * @param kills the number of killed nodes
 * @param jar the folder of the built product, with {@code quarkus-run.jar}
 * @param postgresql whether the product is built for PostgreSQL; else for H2
 * @param data an empty or missing folder for the database and the logs
 * @param growth whether to print the size of the H2 file periodically
 */
record Options(int writes, long seed, int kills, Path jar, boolean postgresql, Path data, boolean growth) {

    static final String USAGE =
            """
            usage: Fire --jar DIR [options]

              --jar DIR         a quarkus-app built for the database, with quarkus-run.jar
              --database NAME   postgresql (two nodes) or h2 (one node); postgresql
              --writes N        writes to be acknowledged; 1500
              --seed N          what the random choices follow from; 1
              --kills N         how often a node is killed meanwhile; 4
              --data DIR        where the database and the logs are kept; it must be empty; target/fire/data
              --growth          prints the size of H2's file after every 10,000 writes
            """;

    /** Reads the arguments of the command. */
    static Options of(String... arguments) {
        int writes = 1_500;
        long seed = 1;
        int kills = 4;
        Path jar = null;
        String database = "postgresql";
        Path data = Path.of("target", "fire", "data");
        boolean growth = false;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--writes" -> writes = Integer.parseInt(value(arguments, ++i));
                case "--seed" -> seed = Long.parseLong(value(arguments, ++i));
                case "--kills" -> kills = Integer.parseInt(value(arguments, ++i));
                case "--jar" -> jar = Path.of(value(arguments, ++i));
                case "--database" -> database = value(arguments, ++i);
                case "--data" -> data = Path.of(value(arguments, ++i));
                case "--growth" -> growth = true;
                default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
        if (jar == null) {
            throw new IllegalArgumentException("say where the product is: --jar DIR");
        }
        boolean postgresql = database.equals("postgresql");
        if (!postgresql && !database.equals("h2")) {
            throw new IllegalArgumentException("unknown database " + database);
        }
        return new Options(writes, seed, kills, jar, postgresql, data, growth);
    }

    private static String value(String[] arguments, int index) {
        if (index == arguments.length) {
            throw new IllegalArgumentException(arguments[index - 1] + " needs a value");
        }
        return arguments[index];
    }
}
