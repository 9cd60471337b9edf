package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.TestKeys;

/** The README's spreadsheet, sent and followed by the README's commands, gives what the README shows. */
@QuarkusTest
@TestProfile(ForWriting.class)
class ImportReadmeTest {

    private static final Pattern SHOWN = Pattern.compile(
            "```csv\n(.*?)```\n.*?```bash\n(job=.*?)```\n.*?```text\n(done [^\n]*)\n(.*?)```", Pattern.DOTALL);

    @TestHTTPResource
    URL application;

    @TempDir
    Path folder;

    @Test
    void theJobIsFollowedToItsEndAndItsReportIsShown() throws IOException, InterruptedException {
        Matcher shown = SHOWN.matcher(Files.readString(Path.of("README.md")));
        assertTrue(shown.find(), "the README shows an import");
        Files.writeString(folder.resolve("startups.csv"), shown.group(1));
        String commands = shown.group(2).replace("localhost:8080", application.getAuthority());
        Path progress = folder.resolve("progress");
        Path report = folder.resolve("report");
        ProcessBuilder process = new ProcessBuilder("bash", "-c", commands)
                .directory(folder.toFile())
                .redirectOutput(report.toFile())
                .redirectError(progress.toFile());
        process.environment().put("ATLAS_ADMIN_KEY", TestKeys.ADMIN);
        int status = process.start().waitFor();
        assertEquals(0, status, Files.readString(progress));
        // A file is written anew by each line; a terminal shows them all.
        assertEquals(shown.group(3), Files.readString(progress).strip());
        assertEquals(shown.group(4), Files.readString(report).replace("\r\n", "\n"));
    }
}
