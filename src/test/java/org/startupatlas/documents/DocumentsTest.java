package org.startupatlas.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.startupatlas.testing.RealBundle;
import org.startupatlas.testing.TestKeys;

/** Tests that every command of the documents that only read prints what they show. */
@QuarkusTest
@TestProfile(RealBundle.class)
class DocumentsTest {

    private static final Pattern PATH = Pattern.compile("`(?:GET )?(/(?:v1|q|problems)\\b[^` ]*)`");

    /** A placeholder, or the invalid {@code %zz}. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{|REVISION|%zz");

    @TestHTTPResource
    URL application;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyCommandAnswersWhatIsShown() throws IOException {
        return tests(Document.READING, folder, application);
    }

    /** Tests that paths without a placeholder in tables and text exist. */
    @TestFactory
    Stream<DynamicTest> everyPathThatIsNamedAnswers() throws IOException {
        Set<String> paths = new LinkedHashSet<>();
        for (String document : Document.all()) {
            Matcher path = PATH.matcher(Files.readString(Path.of(document)));
            while (path.find()) {
                paths.add(path.group(1));
            }
        }
        return paths.stream()
                .filter(path -> !PLACEHOLDER.matcher(path).find())
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    Response answer = path.startsWith("/v1")
                            ? TestKeys.asAdmin().head(path)
                            : TestKeys.asAdmin().get(path);
                    assertEquals(200, answer.statusCode(), path);
                }));
    }

    static Stream<DynamicTest> tests(List<String> documents, Path folder, URL application) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String each : documents) {
            Document document = Document.read(each);
            Path own = Files.createDirectory(folder.resolve(document.path().getFileName()));
            new Terminal(own, application.getAuthority()).tests(document).forEach(tests::add);
        }
        return tests.stream();
    }
}
