package org.startupatlas.network.match;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.record.CurrentRecords;
import org.startupatlas.http.record.RequestBody;
import org.startupatlas.http.response.DerivedResponses;
import org.startupatlas.http.response.DerivedResponses.Derived;
import org.startupatlas.http.response.Negotiation;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.network.match.party.Need;
import org.startupatlas.network.match.ranking.Subject;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** Handles requests for matches. */
@Singleton
class MatchHandler {

    /** Must change when a release writes the same matches differently. */
    private static final String SHAPE = "matches 2 ";

    private final SchemaRegistry registry;
    private final CurrentRecords records;
    private final MatchQueryParser parser;
    private final NeedReader needs;
    private final MatchFinder finder;
    private final DerivedResponses responses;
    private final MatchJson matchJson;

    MatchHandler(
            SchemaRegistry registry,
            CurrentRecords records,
            MatchQueryParser parser,
            NeedReader needs,
            MatchFinder finder,
            DerivedResponses responses,
            MatchJson matchJson) {
        this.registry = registry;
        this.records = records;
        this.parser = parser;
        this.needs = needs;
        this.finder = finder;
        this.responses = responses;
        this.matchJson = matchJson;
    }

    /**
     * Responds with the matches of a record.
     *
     * @param candidates what it is matched with unless the request says otherwise
     */
    Response ofRecord(String resource, String idOrSlug, String candidates, HttpServerRequest request) {
        ResourceSchema schema = registry.get(resource);
        List<Parameter> parameters = RequestParameters.of(request);
        Format format = Negotiation.accepted(request, parameters, MatchQueryParser.FORMATS);
        StoredRecord record = records.find(schema, idOrSlug, request);
        RecordKey key = new RecordKey(resource, record.id().toString());
        MatchQuery query = parser.read(parameters, MatchParameters.NAMES, candidates, key.toString(), format);
        return responses.of(
                request,
                SHAPE + query.weights(),
                query.language(),
                query.format(),
                query.isCurrentDay() ? query.day() : null,
                (revision, projection) -> {
                    if (query.language() != null) {
                        projection.addLanguage(query.language());
                    }
                    return page(query, Subject.of(key, query.pillars()));
                });
    }

    /** Responds with the matches of the need in a body. */
    Response ofNeed(InputStream body, String candidates, HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        Format format = Negotiation.accepted(request, parameters, MatchQueryParser.FORMATS);
        // Parameters are checked before the body is read, which decides whose cursor it is.
        parser.read(parameters, NeedParameters.NAMES, candidates, null, format);
        Need need = needs.read(RequestBody.object(request, body, RequestBody.JSON));
        MatchQuery query = parser.read(parameters, NeedParameters.NAMES, candidates, need.toString(), format);
        Derived page = page(query, Subject.of(need));
        return ResponseBuilder.uncached(request)
                // A link would be followed by GET, without the need.
                .links(Stream.empty())
                .languages(query.language() == null ? List.of() : List.of(query.language()))
                .hasMore(query.format(), page.nextCursor() != null)
                .ok(query.format(), page::bytes);
    }

    private Derived page(MatchQuery query, Subject subject) {
        return matchJson.page(query, finder.find(query, subject));
    }
}
