package org.startupatlas.transfer.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.query.InvalidQuery;
import org.startupatlas.query.ParameterSet;
import org.startupatlas.query.Violation;
import org.startupatlas.transfer.imports.ImportOptions.Mode;
import org.startupatlas.transfer.imports.ImportOptions.OnError;

/** Reads the parameters of an import: strict, and telling all that is wrong at once. */
public final class ImportRequests {

    /** What rows may do. */
    public static final List<String> MODES = words(Mode.values());

    /** What a row that is refused means for those behind it. */
    public static final List<String> ON_ERRORS = words(OnError.values());

    /** Text of more than a byte or two per letter has no place in a spreadsheet's export. */
    public static final List<String> CHARSETS =
            List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "windows-1256");

    /** What may part the cells; a tab may be sent as one, too. */
    public static final List<String> DELIMITERS = List.of(",", ";", "|", "tab");

    private static final List<String> PARAMETERS =
            List.of("dry_run", "mode", "on_error", "charset", "delimiter", "mapping", "lang");

    private static final Map<String, Character> DELIMITER_OF_WORD =
            Map.of(",", ',', ";", ';', "|", '|', "\t", '\t', "tab", '\t');

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final ParameterSet parameters;

    private ImportRequests(ParameterSet parameters) {
        this.parameters = parameters;
    }

    /**
     * What a request says of its import.
     *
     * @throws InvalidQuery if a parameter is unknown, repeated or ill-typed
     */
    static ImportOptions options(HttpServerRequest request) {
        ParameterSet parameters = RequestParameters.only(request, PARAMETERS);
        ImportOptions options = new ImportRequests(parameters).read();
        parameters.rejectIfInvalid();
        return options;
    }

    private ImportOptions read() {
        boolean isDry = parameters.flag("dry_run");
        Mode mode =
                StoredJson.ofWord(Mode.class, parameters.choice("mode", MODES).orElse("upsert"));
        OnError onError = StoredJson.ofWord(
                OnError.class, parameters.choice("on_error", ON_ERRORS).orElse("skip"));
        parameters.language();
        return new ImportOptions(isDry, mode, onError, new ReadingOptions(charset(), delimiter(), mapping()));
    }

    private static List<String> words(Enum<?>[] choices) {
        return Arrays.stream(choices).map(StoredJson::word).toList();
    }

    private void reject(String name, String value, List<String> choices) {
        parameters.reject(Violation.unknown(name, "unknown-value", value, choices));
    }

    private Charset charset() {
        String name = parameters.text("charset").orElse(null);
        if (name == null) {
            return null;
        }
        try {
            Charset charset = Charset.forName(name);
            if (CHARSETS.contains(charset.name())) {
                return charset;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            // told below, with those that are known
        }
        reject("charset", name, CHARSETS);
        return null;
    }

    private Character delimiter() {
        String text = parameters.text("delimiter").orElse(null);
        if (text != null && !DELIMITER_OF_WORD.containsKey(text)) {
            reject("delimiter", text, DELIMITERS);
        }
        return text == null ? null : DELIMITER_OF_WORD.get(text);
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
            // told below
        }
        parameters.reject(Violation.of("mapping", "invalid-mapping"));
        return mapping;
    }
}
