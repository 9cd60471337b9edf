package org.startupatlas;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every command of the README answers what the README shows. */
@QuarkusTest
class ReadmeTest {
    private static final Pattern EXAMPLE = Pattern.compile("```console\n\\$ (curl [^\n]*)\n(.*?)\n```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern REQUEST_ID = Pattern.compile("\"request_id\":\"[0-9a-f-]{36}\"");

    @TestFactory
    Stream<DynamicTest> everyCommandAnswersWhatIsShown() throws IOException {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.command(), () -> assertEquals(example.output(), run(example.command()))));
    }

    @Test
    void thereAreExamplesInFrenchForASpreadsheetAndOfAMistake() throws IOException {
        String commands = examples().stream().map(Example::command).toList().toString();
        assertTrue(commands.contains("lang=fr"), commands);
        assertTrue(commands.contains("format=csv"), commands);
        assertTrue(commands.contains("sector="), commands);
    }

    private record Example(String command, String output) {}

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(Files.readString(Path.of("README.md")));
        while (matcher.find()) {
            examples.add(new Example(matcher.group(1), matcher.group(2)));
        }
        return examples;
    }

    /** Does what curl would with these options; an option it does not know fails the test. */
    private static String run(String command) {
        RequestSpecification request = given().urlEncodingEnabled(false);
        String path = null;
        List<String> words = words(command);
        for (int i = 1; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-s" -> {}
                case "-H" -> {
                    String[] header = words.get(++i).split(": ", 2);
                    request.header(header[0], header[1]);
                }
                default -> {
                    assertTrue(words.get(i).startsWith("localhost:8080/"), words.get(i));
                    path = words.get(i).substring("localhost:8080".length());
                }
            }
        }
        return withoutWhatChanges(request.get(path).asString());
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return words;
    }

    /** Each request has another id; and a terminal shows no difference between line ends. */
    private static String withoutWhatChanges(String output) {
        return REQUEST_ID
                .matcher(output)
                .replaceAll("\"request_id\":\"1056a5de-4d88-46f9-b184-659e83cf2c83\"")
                .replace("\r\n", "\n")
                .stripTrailing();
    }
}
