package org.startupatlas.network.opportunity.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.startupatlas.network.model.Country;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.Startup;
import org.startupatlas.record.PartialDate;

/**
 * The known values of an applicant. What is not known is null or an empty list.
 *
 * @param areas the parts of the world that the country lies in
 * @param labels its official labels
 * @param hasOnlyTheseLabels whether it has no other labels; records name those that were found
 * @param existence whether it still is a company of its own: unmet if it closed, unknown if it was sold, merged or listed
 */
public record Applicant(
        List<String> sectors,
        List<String> technologies,
        List<String> businessModels,
        String stage,
        String country,
        List<String> areas,
        String region,
        List<String> labels,
        boolean hasOnlyTheseLabels,
        Boolean diaspora,
        PartialDate founded,
        Integer headcount,
        Answer existence) {

    private static final String CLOSED = "closed";

    private static final Set<String> EXITED = Set.of("acquired", "merged", "public");

    public Applicant {
        sectors = List.copyOf(sectors);
        technologies = List.copyOf(technologies);
        businessModels = List.copyOf(businessModels);
        areas = List.copyOf(areas);
        labels = List.copyOf(labels);
    }

    /** Returns what a record says of a startup on a day. */
    public static Applicant of(Startup startup, Network network, LocalDate day) {
        return new Applicant(
                startup.sectors(),
                startup.technologies(),
                startup.businessModels(),
                startup.stage(),
                startup.country(),
                areas(startup.country(), network),
                startup.region(),
                startup.labels(),
                false,
                startup.diaspora(),
                startup.foundation(),
                startup.headcount(),
                existence(startup, day));
    }

    private static Answer existence(Startup startup, LocalDate day) {
        if (CLOSED.equals(startup.status())) {
            return startup.closed() != null && startup.closed().first().isAfter(day) ? Answer.MET : Answer.UNMET;
        }
        return startup.status() != null && EXITED.contains(startup.status()) ? Answer.UNKNOWN : Answer.MET;
    }

    /** Returns the parts of the world that a country lies in; empty if the country is null. */
    static List<String> areas(String country, Network network) {
        return country == null
                ? List.of()
                : network.country(country).stream().flatMap(Applicant::areas).toList();
    }

    private static Stream<String> areas(Country country) {
        return Stream.of(country.region(), country.subregion(), country.intermediateRegion())
                .filter(Objects::nonNull);
    }
}
