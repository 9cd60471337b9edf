package org.startupatlas.documents;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.startupatlas.testing.RealBundle;

/** Tests that every command of the documents that write prints what they show. */
@QuarkusTest
@TestProfile(RealBundle.class)
class WritingDocumentsTest {

    @TestHTTPResource
    URL application;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyCommandAnswersWhatIsShown() throws IOException {
        return DocumentsTest.tests(Document.WRITING, folder, application);
    }
}
