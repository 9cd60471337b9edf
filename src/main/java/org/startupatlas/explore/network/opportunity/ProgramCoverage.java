package org.startupatlas.explore.network.opportunity;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.startupatlas.explore.page.PageReader;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.PageUrl;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.query.parameter.Parameter;

/** Counts the programs with a known window and with criteria, which bounds what can be listed and checked. */
@Singleton
public final class ProgramCoverage {

    private static final String EXISTS = "__exists";

    private final PageReader reader;

    ProgramCoverage(PageReader reader) {
        this.reader = reader;
    }

    /** Returns one sentence for each, with the link to the programs. */
    public List<Anchor> sentences(PageRequest request) {
        long programs = reader.count(RecordKey.PROGRAMS);
        return Stream.of("editions.applications_close", "editions.applications_open", "criteria")
                .map(field -> sentence(field, programs, request))
                .toList();
    }

    private Anchor sentence(String field, long programs, PageRequest request) {
        Parameter filter = new Parameter(field + EXISTS, "true");
        return new Anchor(
                request.texts().get("opportunities.known." + field, reader.count(RecordKey.PROGRAMS, filter), programs),
                new PageUrl(request.path(RecordKey.PROGRAMS), List.of(filter)).toString());
    }
}
