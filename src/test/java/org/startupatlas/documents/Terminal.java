package org.startupatlas.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.startupatlas.documents.Document.Block;
import org.startupatlas.documents.Document.Example;
import org.startupatlas.testing.TestKeys;

/** Runs the commands of one document in a folder, with shell variables that are kept between them. */
final class Terminal {

    /** Stands for an id, a cursor or other text that differs between runs. */
    private static final String ELLIPSIS = "…";

    private static final String SHOWN_SERVER = "localhost:8080";

    /** The prefix of a word that is completed from earlier output. */
    private static final Pattern SHORTENED = Pattern.compile("([A-Za-z0-9_-]+)" + ELLIPSIS);

    private static final String IN_SESSION =
            "[[ ! -f .session ]] || . ./.session; set -a; eval \"$1\"; code=$?; export -p > .session; exit $code";

    private final Path folder;
    private final String server;
    private final StringBuilder answers = new StringBuilder();

    Terminal(Path folder, String server) {
        this.folder = folder;
        this.server = server;
    }

    /** Returns a test for each command of the document: it prints the documented output. */
    Stream<DynamicTest> tests(Document document) throws IOException {
        for (Block block : document.blocks()) {
            if (block.file() != null) {
                Files.writeString(folder.resolve(block.file()), onThisServer(block.text()));
            }
        }
        return document.examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        document.path().getFileName() + ": " + example.title(), () -> check(example)));
    }

    private void check(Example example) throws IOException, InterruptedException {
        String printed = run(completed(example.command()));
        answers.append(printed).append('\n');
        if (!matches(example.output(), printed)) {
            assertEquals(example.output().stripTrailing(), printed);
        }
    }

    /** Whether the output matches; an ellipsis stands for any text without a line break. */
    static boolean matches(String shown, String printed) {
        StringBuilder pattern = new StringBuilder();
        for (String part : shown.stripTrailing().split(ELLIPSIS, -1)) {
            pattern.append(pattern.isEmpty() ? "" : "[^\n]*").append(Pattern.quote(part));
        }
        return Pattern.matches(pattern.toString(), printed);
    }

    /** Returns the command with each shortened word completed from earlier output. */
    private String completed(String command) {
        Matcher shortened = SHORTENED.matcher(command);
        StringBuilder completed = new StringBuilder();
        while (shortened.find()) {
            Matcher word = Pattern.compile("(?<![A-Za-z0-9_-])" + Pattern.quote(shortened.group(1)) + "[A-Za-z0-9_-]*")
                    .matcher(answers);
            Set<String> words = new LinkedHashSet<>();
            while (word.find()) {
                words.add(word.group());
            }
            assertEquals(1, words.size(), () -> shortened.group() + " is none or several of the words above: " + words);
            shortened.appendReplacement(
                    completed, Matcher.quoteReplacement(words.iterator().next()));
        }
        return shortened.appendTail(completed).toString();
    }

    private String run(String command) throws IOException, InterruptedException {
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", IN_SESSION, "bash", onThisServer(command))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        bash.environment().put("ATLAS_ADMIN_KEY", TestKeys.ADMIN);
        Process process = bash.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        assertTrue(!printed.contains(ELLIPSIS), "an ellipsis of the answer itself");
        return printed.replace(server, SHOWN_SERVER).replace("\r\n", "\n").stripTrailing();
    }

    private String onThisServer(String text) {
        return text.replace(SHOWN_SERVER, server);
    }
}
