package org.startupatlas.network.opportunity.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.startupatlas.http.record.CodeReader;
import org.startupatlas.http.record.RequestBody;
import org.startupatlas.network.model.Network;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.CriterionKind;
import org.startupatlas.record.PartialDate;
import org.startupatlas.schema.Vocabularies;

/** Reads the startup that a request describes. */
public final class DescribedReader {

    private static final List<String> MEMBERS = ParameterSet.names(DescribedStartup.class);

    private final ObjectNode body;
    private final List<Violation> violations = new ArrayList<>();
    private final CodeReader codes;

    private DescribedReader(ObjectNode body, Vocabularies vocabularies) {
        this.body = body;
        this.codes = new CodeReader(body, vocabularies, violations);
    }

    /**
     * Returns the object in the body of a request.
     *
     * @throws RejectedException 415 if the body is no JSON by its media type, 413 if it is too large, 400 if it is not
     *     JSON, not an object, nested too deep, or has a duplicate key
     */
    public static ObjectNode body(HttpServerRequest request, InputStream body) {
        return RequestBody.object(request, body, RequestBody.JSON);
    }

    /**
     * Reads a startup.
     *
     * @throws RejectedException with all that is wrong with it
     */
    public static Applicant read(ObjectNode body, Vocabularies vocabularies, Network network) {
        return new DescribedReader(body, vocabularies).read(network);
    }

    private Applicant read(Network network) {
        codes.rejectUnknown(MEMBERS);
        String country = codes.code("country", "countries");
        Applicant applicant = new Applicant(
                codes.codes("sectors", "sectors"),
                codes.codes("technologies", "technologies"),
                codes.codes("business_models", "business_models"),
                codes.code("stage", "stages"),
                country,
                Applicant.areas(country, network),
                codes.code("region", "regions"),
                codes.codes("official_labels", "official_labels"),
                body.hasNonNull("official_labels"),
                diaspora(),
                founded(),
                headcount(),
                Answer.MET);
        if (!violations.isEmpty()) {
            throw RejectedException.of(ProblemKind.INVALID_RECORD, violations);
        }
        return applicant;
    }

    private Boolean diaspora() {
        JsonNode value = body.path("diaspora");
        if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
            violations.add(Violation.at("/diaspora", "wrong-type", "boolean"));
        }
        return value.isBoolean() ? value.booleanValue() : null;
    }

    private PartialDate founded() {
        if (!body.hasNonNull("founded")) {
            return null;
        }
        String text = body.get("founded").textValue();
        if (text == null) {
            violations.add(Violation.at("/founded", "wrong-type", "string"));
            return null;
        }
        Optional<PartialDate> date = PartialDate.parse(text);
        if (date.isEmpty()) {
            violations.add(Violation.at("/founded", "invalid-value", text, "partial_date"));
        }
        return date.orElse(null);
    }

    private Integer headcount() {
        JsonNode value = body.path("headcount");
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber()) {
            violations.add(Violation.at("/headcount", "wrong-type", "integer"));
            return null;
        }
        if (!value.canConvertToInt() || value.intValue() < 0 || value.intValue() > CriterionKind.MAX_HEADCOUNT) {
            violations.add(Violation.at(
                    "/headcount",
                    "number-out-of-range",
                    value.asText(),
                    "0",
                    String.valueOf(CriterionKind.MAX_HEADCOUNT)));
            return null;
        }
        return value.intValue();
    }
}
