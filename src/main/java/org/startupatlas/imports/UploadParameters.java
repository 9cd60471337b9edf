package org.startupatlas.imports;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.startupatlas.imports.batch.ImportOptions;
import org.startupatlas.imports.cell.ClaimSource;
import org.startupatlas.imports.file.ReadingOptions;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.schema.Language;

/**
 * The query parameters of an import.
 *
 * @param match {@code name} if names identify records; null if they do so only with the same country and website
 * @param lang the language of the messages; null if the request does not name one
 */
record UploadParameters(
        @Parameter(ref = "import.dry_run") boolean dryRun,
        @Parameter(ref = "import.preview") boolean preview,
        @Parameter(ref = "import.mode") ImportOptions.Mode mode,
        @Parameter(ref = "import.on_error") ImportOptions.OnError onError,
        @Parameter(ref = "import.conflict") ImportOptions.Conflict conflict,
        @Parameter(ref = "import.match") String match,
        @Parameter(ref = "import.source") String source,
        @Parameter(ref = "import.source_url") String sourceUrl,
        @Parameter(ref = "import.source_date") String sourceDate,
        @Parameter(ref = "import.confidence") String confidence,
        @Parameter(ref = "import.strict") boolean strict,
        @Parameter(ref = "import.charset") Charset charset,
        @Parameter(ref = "import.delimiter") Character delimiter,
        @Parameter(ref = "import.sheet") String sheet,
        @Parameter(ref = "import.mapping") Map<String, String> mapping,
        @Parameter(ref = "import.lang") Language lang) {

    static final List<String> NAMES = ParameterSet.names(UploadParameters.class);

    ImportOptions options() {
        return new ImportOptions(
                dryRun || preview,
                mode,
                onError,
                match != null,
                conflict,
                ClaimSource.of(source, sourceUrl, sourceDate, confidence),
                new ReadingOptions(charset, delimiter, sheet, strict, mapping));
    }
}
