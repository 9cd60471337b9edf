package org.startupatlas.explore.lookup;

import io.vertx.core.http.HttpServerRequest;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.startupatlas.http.record.RequestBody;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.schema.Format;

/**
 * The form with a list of names, as it was sent.
 *
 * @param type the resource of the records, or {@link #ANY}
 * @param names the list
 * @param file the format of the file that is asked for; empty for the page
 */
public record LookupForm(String type, String names, Optional<Format> file) {

    private static final String TYPE = "type";

    private static final String NAMES = "names";

    private static final String FILE = "file";

    private static final List<String> FILES = List.of(Format.CSV.code(), Format.XLSX.code());

    /** The types that lists of names are about, the likeliest first. */
    static final List<String> TYPES = List.of("startups", "partners", "programs", "sites", "indicators", "countries");

    /** Any of the types. */
    static final String ANY = "any";

    /** The form before anything is written into it. */
    static final LookupForm EMPTY = new LookupForm(TYPES.get(0), "", Optional.empty());

    /**
     * Reads the form in the body of a request.
     *
     * @throws RejectedException if it has a field or a choice that the page does not have, or is too large
     */
    public static LookupForm read(HttpServerRequest request, InputStream body) {
        ParameterSet fields = ParameterSet.of(RequestBody.form(request, body), List.of(TYPE, NAMES, FILE));
        fields.rejectUnknown();
        String type = fields.choice(TYPE, choices()).orElse(TYPES.get(0));
        Optional<Format> file = fields.choice(FILE, FILES).flatMap(Format::ofCode);
        fields.rejectIfInvalid();
        return new LookupForm(type, fields.text(NAMES).orElse(""), file);
    }

    static List<String> choices() {
        return Stream.concat(TYPES.stream(), Stream.of(ANY)).toList();
    }
}
