package org.startupatlas.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A document for users, with its fenced blocks.
 *
 * @param path from the root of the repository
 */
record Document(Path path, List<Block> blocks) {

    /** The documents whose examples only read. */
    static final List<String> READING = List.of(
            "README.md",
            "src/docs/exploring.md",
            "src/docs/querying.md",
            "src/docs/syncing.md",
            "src/docs/network.md",
            "src/docs/reconciling.md",
            "src/docs/opportunities.md",
            "src/docs/journeys.md",
            "src/docs/operations.md");

    /** The documents whose examples write. */
    static final List<String> WRITING = List.of("src/docs/writing.md", "src/docs/importing.md");

    /** The page that is generated, which has no examples. */
    static final String FIELDS = "src/docs/fields.md";

    private static final Pattern FENCE =
            Pattern.compile("^```(\\S*)(?: (\\S+))?\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    /**
     * A fenced block.
     *
     * @param language what follows the fence: {@code console} for commands with their output
     * @param file the name under which the reader saves the block, else null
     */
    record Block(String language, String file, String text) {

        /** Returns the commands of a console block, each with its output. */
        List<Example> examples() {
            List<Example> examples = new ArrayList<>();
            StringBuilder command = new StringBuilder();
            StringBuilder output = new StringBuilder();
            boolean inCommand = false;
            for (String line : text.split("\n")) {
                if (!inCommand && line.startsWith("$ ")) {
                    if (!command.isEmpty()) {
                        examples.add(new Example(command.toString(), output.toString()));
                    }
                    command.setLength(0);
                    output.setLength(0);
                    command.append(line.substring(2));
                    inCommand = line.endsWith("\\");
                } else if (inCommand) {
                    command.append('\n').append(line);
                    inCommand = line.endsWith("\\");
                } else {
                    output.append(line).append('\n');
                }
            }
            examples.add(new Example(command.toString(), output.toString()));
            return examples;
        }
    }

    /** A command as it is typed, and the output that the document shows. */
    record Example(String command, String output) {

        /** The command's first line, as the name of its test. */
        String title() {
            return command.lines().findFirst().orElse("");
        }
    }

    static Document read(String path) {
        try {
            Path file = Path.of(path);
            List<Block> blocks = new ArrayList<>();
            Matcher fence = FENCE.matcher(Files.readString(file));
            while (fence.find()) {
                blocks.add(new Block(fence.group(1), fence.group(2), fence.group(3)));
            }
            return new Document(file, blocks);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The documents with examples. */
    static List<String> withExamples() {
        return Stream.concat(READING.stream(), WRITING.stream()).toList();
    }

    /** All documents for users. */
    static List<String> all() {
        return Stream.concat(withExamples().stream(), Stream.of(FIELDS)).toList();
    }

    /** All commands of the console blocks, in their order. */
    List<Example> examples() {
        return blocks.stream()
                .filter(block -> block.language().equals("console"))
                .flatMap(block -> block.examples().stream())
                .toList();
    }

    String text() throws IOException {
        return Files.readString(path);
    }
}
