package org.startupatlas.http.record;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.startupatlas.query.lookup.ReferenceResolver;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.Vocabularies;

/** Reads the codes in a body that is no record, such as a need; what is null is absent. */
public final class CodeReader {

    private final ObjectNode body;
    private final Vocabularies vocabularies;
    private final List<Violation> violations;

    /**
     * Creates the reader of a body.
     *
     * @param violations the reader adds what is wrong with the body
     */
    public CodeReader(ObjectNode body, Vocabularies vocabularies, List<Violation> violations) {
        this.body = body;
        this.vocabularies = vocabularies;
        this.violations = violations;
    }

    /** Rejects the members of the body that are not among the known ones. */
    public void rejectUnknown(List<String> known) {
        body.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                violations.add(Violation.at(pointer(name), "unknown-property")
                        .suggesting(DidYouMean.nearest(name, known).orElse(null)));
            }
        });
    }

    /** Returns the code of a vocabulary in a member; null if it is absent or wrong. */
    public String code(String name, String vocabulary) {
        List<String> codes = new ArrayList<>();
        if (body.hasNonNull(name)) {
            text(pointer(name), body.get(name), (pointer, code) -> add(codes, vocabulary, pointer, code));
        }
        return codes.stream().findFirst().orElse(null);
    }

    /** Returns the codes of a vocabulary in a list; wrong ones are left out. */
    public List<String> codes(String name, String vocabulary) {
        List<String> codes = new ArrayList<>();
        texts(name, (pointer, code) -> add(codes, vocabulary, pointer, code));
        return codes.stream().distinct().toList();
    }

    /** Returns the codes in a list of which no vocabulary has all; wrong ones are left out. */
    public List<String> codes(String name, Predicate<String> isCode) {
        List<String> codes = new ArrayList<>();
        texts(name, (pointer, code) -> {
            if (isCode.test(code)) {
                codes.add(code);
            } else {
                violations.add(Violation.at(pointer, "invalid-value", code, "code"));
            }
        });
        return codes.stream().distinct().toList();
    }

    private void texts(String name, BiConsumer<String, String> read) {
        JsonNode values = body.path(name);
        if (values.isMissingNode() || values.isNull()) {
            return;
        }
        if (!values.isArray()) {
            violations.add(Violation.at(pointer(name), "wrong-type", "array"));
        } else if (values.size() > QueryLimits.MAX_VALUES) {
            violations.add(Violation.at(pointer(name), "too-many", String.valueOf(QueryLimits.MAX_VALUES)));
        } else {
            for (int i = 0; i < values.size(); i++) {
                text(pointer(name) + "/" + i, values.get(i), read);
            }
        }
    }

    private void text(String pointer, JsonNode value, BiConsumer<String, String> read) {
        if (value.isTextual()) {
            read.accept(pointer, value.textValue());
        } else {
            violations.add(Violation.at(pointer, "wrong-type", "string"));
        }
    }

    private void add(List<String> codes, String vocabulary, String pointer, String code) {
        List<String> known = vocabularies.codes(vocabulary);
        if (known.contains(code)) {
            codes.add(code);
        } else {
            violations.add(Violation.at(pointer, "unknown-code", code, ReferenceResolver.codesPath(vocabulary))
                    .suggesting(DidYouMean.nearest(code, known).orElse(null)));
        }
    }

    private static String pointer(String name) {
        return JsonPointer.empty().appendProperty(name).toString();
    }
}
