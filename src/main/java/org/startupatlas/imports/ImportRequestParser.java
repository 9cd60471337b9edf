package org.startupatlas.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.imports.batch.ImportOptions.Conflict;
import org.startupatlas.imports.batch.ImportOptions.Mode;
import org.startupatlas.imports.batch.ImportOptions.OnError;
import org.startupatlas.imports.file.text.Charsets;
import org.startupatlas.imports.report.StoredJson;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.Language;

/** Parses the query parameters of an import. All violations are reported at once. */
public final class ImportRequestParser {

    /** The values of {@code mode}. */
    public static final List<String> MODES =
            Arrays.stream(Mode.values()).map(Mode::code).toList();

    /** The values of {@code on_error}. */
    public static final List<String> ON_ERRORS =
            Arrays.stream(OnError.values()).map(OnError::code).toList();

    /** The values of {@code charset}. */
    public static final List<String> CHARSETS = Charsets.ACCEPTED;

    /** The values of {@code conflict}. */
    public static final List<String> CONFLICTS =
            Arrays.stream(Conflict.values()).map(Conflict::code).toList();

    /** The values of {@code match}. */
    public static final List<String> MATCHES = List.of("name");

    /** The values of {@code rows} of reports. */
    public static final List<String> ROWS = List.of("all", "refused");

    /** The values of {@code delimiter}; a tab character is accepted as well. */
    public static final List<String> DELIMITERS = List.of(",", ";", "|", "tab");

    private static final Map<String, Character> DELIMITER_OF_WORD =
            Map.of(",", ',', ";", ';', "|", '|', "\t", '\t', "tab", '\t');

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final ParameterSet parameters;

    private final SourceParameters source;

    private ImportRequestParser(ParameterSet parameters, List<String> confidences) {
        this.parameters = parameters;
        this.source = new SourceParameters(parameters, confidences);
    }

    /**
     * Returns the parameters of a request.
     *
     * @param confidences the codes of {@code confidence}
     * @throws RejectedException if a parameter is unknown, repeated or invalid
     */
    static UploadParameters parameters(HttpServerRequest request, List<String> confidences) {
        ParameterSet parameters = RequestParameters.only(request, UploadParameters.NAMES);
        UploadParameters read = new ImportRequestParser(parameters, confidences).read();
        parameters.rejectIfInvalid();
        return read;
    }

    private UploadParameters read() {
        boolean isDry = parameters.flag("dry_run");
        boolean isPreview = parameters.flag("preview");
        Mode mode =
                StoredJson.ofCode(Mode.class, parameters.choice("mode", MODES).orElse("upsert"));
        OnError onError = StoredJson.ofCode(
                OnError.class, parameters.choice("on_error", ON_ERRORS).orElse("skip"));
        Conflict conflict = StoredJson.ofCode(
                Conflict.class, parameters.choice("conflict", CONFLICTS).orElse("overwrite"));
        String match = parameters.choice("match", MATCHES).orElse(null);
        Language language = parameters.language().orElse(null);
        boolean isStrict = parameters.flag("strict");
        return new UploadParameters(
                isDry,
                isPreview,
                mode,
                onError,
                conflict,
                match,
                source.publisher(),
                source.url(),
                source.published(),
                source.confidence(),
                isStrict,
                charset(),
                delimiter(),
                sheet(),
                mapping(),
                language);
    }

    private void reject(String name, String value, List<String> choices) {
        parameters.reject(Violation.unknown(name, "unknown-value", value, choices));
    }

    private Charset charset() {
        String name = parameters.text("charset").orElse(null);
        if (name == null) {
            return null;
        }
        Charset charset = Charsets.find(name).orElse(null);
        if (charset == null) {
            reject("charset", name, CHARSETS);
        }
        return charset;
    }

    private Character delimiter() {
        String text = parameters.text("delimiter").orElse(null);
        if (text != null && !DELIMITER_OF_WORD.containsKey(text)) {
            reject("delimiter", text, DELIMITERS);
        }
        return text == null ? null : DELIMITER_OF_WORD.get(text);
    }

    private String sheet() {
        return parameters.text("sheet").filter(name -> !name.isBlank()).orElse(null);
    }

    private Map<String, String> mapping() {
        String text = parameters.text("mapping").orElse(null);
        if (text == null) {
            return Map.of();
        }
        Map<String, String> mapping = new LinkedHashMap<>();
        try {
            JsonNode node = JSON.readTree(text);
            boolean isMapping = node.isObject()
                    && node.properties().stream()
                            .allMatch(entry -> entry.getValue().isTextual()
                                    || entry.getValue().isNull());
            if (isMapping) {
                node.properties()
                        .forEach(entry ->
                                mapping.put(entry.getKey(), entry.getValue().asText("")));
                return mapping;
            }
        } catch (JsonProcessingException notJson) {
            // reported below
        }
        parameters.reject(Violation.of("mapping", "invalid-mapping"));
        return mapping;
    }
}
