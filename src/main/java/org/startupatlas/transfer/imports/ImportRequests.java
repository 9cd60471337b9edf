package org.startupatlas.transfer.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.query.InvalidQuery;
import org.startupatlas.query.Parameter;
import org.startupatlas.query.Spelling;
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
            List.of("dry_run", "mode", "on_error", "charset", "delimiter", "mapping");

    private static final Map<String, Character> DELIMITER_OF_WORD =
            Map.of(",", ',', ";", ';', "|", '|', "\t", '\t', "tab", '\t');

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, String> said = new LinkedHashMap<>();

    private ImportRequests() {}

    /**
     * What a request says of its import.
     *
     * @throws InvalidQuery if a parameter is unknown, there twice, or wrong
     */
    static ImportOptions options(HttpServerRequest request) {
        ImportRequests reader = new ImportRequests();
        RequestParameters.of(request).forEach(reader::add);
        ImportOptions options = reader.read();
        if (!reader.violations.isEmpty()) {
            throw new InvalidQuery(reader.violations);
        }
        return options;
    }

    private void add(Parameter parameter) {
        String name = parameter.name();
        if (!PARAMETERS.contains(name)) {
            String meant = Spelling.nearest(name, PARAMETERS).orElse(null);
            violations.add(new Violation(name, "unknown-parameter", List.of(), meant));
        } else if (said.put(name, parameter.value()) != null) {
            violations.add(Violation.of(name, "repeated-parameter"));
        }
    }

    private ImportOptions read() {
        boolean isDry = choice("dry_run", "false", List.of("true", "false")).equals("true");
        Mode mode = ImportJson.ofWord(Mode.class, choice("mode", "upsert", MODES));
        OnError onError = ImportJson.ofWord(OnError.class, choice("on_error", "skip", ON_ERRORS));
        return new ImportOptions(isDry, mode, onError, new ReadingOptions(charset(), delimiter(), mapping()));
    }

    private static List<String> words(Enum<?>[] choices) {
        return Arrays.stream(choices).map(ImportJson::word).toList();
    }

    private String choice(String name, String otherwise, List<String> choices) {
        String value = said.getOrDefault(name, otherwise);
        if (choices.contains(value)) {
            return value;
        }
        refuse(name, value, choices);
        return otherwise;
    }

    private void refuse(String name, String value, List<String> choices) {
        String meant = Spelling.nearest(value, choices).orElse(null);
        violations.add(new Violation(name, "unknown-value", List.of(value, String.join(", ", choices)), meant));
    }

    private Charset charset() {
        String name = said.get("charset");
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
        refuse("charset", name, CHARSETS);
        return null;
    }

    private Character delimiter() {
        String text = said.get("delimiter");
        if (text != null && !DELIMITER_OF_WORD.containsKey(text)) {
            refuse("delimiter", text, DELIMITERS);
        }
        return text == null ? null : DELIMITER_OF_WORD.get(text);
    }

    private Map<String, String> mapping() {
        String text = said.get("mapping");
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
        violations.add(Violation.of("mapping", "invalid-mapping"));
        return mapping;
    }
}
