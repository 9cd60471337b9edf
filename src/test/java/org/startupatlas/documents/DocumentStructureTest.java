package org.startupatlas.documents;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.startupatlas.documents.Document.Block;
import org.startupatlas.documents.Document.Example;

/** Tests that each example is run, each link has a target and each setting is listed. */
class DocumentStructureTest {

    /** Blocks that a test cannot run: builds, starts, installations, their output, programs and pages of clients. */
    private static final Set<String> NOT_RUN = Set.of("sh", "text", "ts", "html");

    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("^```.*?^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern SETTING =
            Pattern.compile("^\\| `((?:ATLAS|QUARKUS)_[A-Z_]+)` \\|.*\\| ([^|]*) \\|$", Pattern.MULTILINE);

    static List<String> withExamples() {
        return Document.withExamples();
    }

    static List<String> linked() {
        return Stream.concat(Document.all().stream(), Stream.of("CONTRIBUTING.md", "src/bench/README.md"))
                .toList();
    }

    @Test
    void everyPageIsListed() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("src", "docs"))) {
            Set<String> known = new TreeSet<>(Document.all());
            known.remove("README.md");
            assertEquals(
                    known,
                    pages.filter(Files::isRegularFile)
                            .map(Path::toString)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void readmeIsShort() throws IOException {
        assertTrue(Files.size(Path.of("README.md")) <= 8192, "README.md has at most 8192 bytes");
    }

    @ParameterizedTest
    @MethodSource("withExamples")
    void everyExampleIsRun(String path) throws IOException {
        Document document = Document.read(path);
        List<String> lines = document.text().lines().toList();
        long fences = lines.stream().filter(line -> line.startsWith("```")).count();
        assertEquals(fences, 2L * document.blocks().size(), "fences, two for each block");
        assertFalse(document.examples().isEmpty(), "there are examples");
        assertEquals(
                lines.stream()
                        .filter(line -> line.stripLeading().startsWith("$ "))
                        .count(),
                document.examples().size(),
                "prompts, one for each command that is run");
        assertAll(document.blocks().stream().<Executable>map(block -> () -> checkIsRun(document, block)));
    }

    private static void checkIsRun(Document document, Block block) {
        if (block.language().equals("console")) {
            assertTrue(block.text().startsWith("$ "), "a console block begins with a prompt: " + block);
            assertTrue(
                    block.examples().stream()
                            .noneMatch(example -> example.command().isBlank()),
                    "a command: " + block);
        } else if (block.file() != null) {
            assertTrue(
                    document.examples().stream().map(Example::command).anyMatch(each -> each.contains(block.file())),
                    "a command uses the file " + block.file());
        } else {
            assertTrue(NOT_RUN.contains(block.language()), "a known kind of block: " + block);
            assertFalse(block.text().contains("curl"), "requests are in console blocks, which are run: " + block);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a…c, abc, true",
        "a…c, ac, true",
        "a…, abd, true",
        "a…c, abd, false",
        "a…c, xabc, false",
        "abc, abcd, false",
        "a.c, abc, false"
    })
    void ellipsisMatchesAnyText(String shown, String printed, boolean matches) {
        assertEquals(matches, Terminal.matches(shown, printed));
        assertFalse(Terminal.matches("a…c", "a\nc"), "an ellipsis is no line break");
    }

    @ParameterizedTest
    @MethodSource("linked")
    void everyLinkHasATarget(String path) throws IOException {
        Path document = Path.of(path);
        List<String> broken = new ArrayList<>();
        Matcher link = LINK.matcher(CODE.matcher(Files.readString(document)).replaceAll(""));
        while (link.find()) {
            if (!link.group(1).matches("https?://.*") && !exists(document, link.group(1))) {
                broken.add(link.group());
            }
        }
        assertEquals(List.of(), broken);
    }

    private static boolean exists(Path document, String target) throws IOException {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty()
                ? document
                : document.resolveSibling(parts[0]).normalize();
        return Files.exists(file) && (parts.length == 1 || anchors(file).contains(parts[1]));
    }

    /** The anchors that GitHub gives to the headings of a document. */
    private static Set<String> anchors(Path document) throws IOException {
        Map<String, Integer> seen = new HashMap<>();
        Set<String> anchors = new HashSet<>();
        Matcher heading =
                HEADING.matcher(CODE.matcher(Files.readString(document)).replaceAll(""));
        while (heading.find()) {
            String anchor = heading.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                    .replace(' ', '-');
            int before = seen.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? anchor : anchor + "-" + before);
        }
        return anchors;
    }

    @Test
    void everySettingIsListedWithItsDefault() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src", "main", "resources", "application.properties"))) {
            properties.load(reader);
        }
        Map<String, String> expected = new TreeMap<>();
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("atlas."))
                .forEach(name -> expected.put(
                        variable(name), properties.getProperty(name).replaceFirst("^\\$\\{[^:]+:(.*)}$", "$1")));
        expected.put("QUARKUS_HTTP_IDLE_TIMEOUT", properties.getProperty("quarkus.http.idle-timeout"));
        expected.put("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", properties.getProperty("quarkus.datasource.jdbc.max-size"));
        Map<String, String> listed = new TreeMap<>();
        Matcher setting = SETTING.matcher(Files.readString(Path.of("src", "docs", "operations.md")));
        while (setting.find()) {
            String value = setting.group(2);
            if (value.startsWith("`")
                    && (setting.group(1).startsWith("ATLAS") || expected.containsKey(setting.group(1)))) {
                listed.put(setting.group(1), value.replace("`", ""));
            }
        }
        assertEquals(expected, listed);
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
