package org.startupatlas.network.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.startupatlas.record.OrganisationReference;
import org.startupatlas.record.PartialDate;

/**
 * A program, with the values that it is matched by. What is unknown is null or an empty list.
 *
 * @param operators its operators, those that are no partners too
 * @param ticket how much money a startup can get
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Program(
        String id,
        String slug,
        int version,
        String name,
        String type,
        List<String> pillars,
        List<String> stages,
        List<String> sectors,
        List<String> countries,
        List<OrganisationReference> operators,
        String status,
        PartialDate started,
        List<Edition> editions,
        List<Criterion> criteria,
        Ticket ticket)
        implements Node {

    /** One run of the program. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Edition(
            String code,
            PartialDate applicationsOpen,
            PartialDate applicationsClose,
            PartialDate start,
            PartialDate end,
            Integer capacity) {}

    /** A criterion of eligibility. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Criterion(
            String kind, String code, Integer min, Integer max, PartialDate date, String note, String source) {}

    /** The amount of money that a startup can get. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Ticket(BigDecimal min, BigDecimal max, String currency) {}

    public Program {
        pillars = List.copyOf(pillars);
        stages = List.copyOf(stages);
        sectors = List.copyOf(sectors);
        countries = List.copyOf(countries);
        operators = List.copyOf(operators);
        editions = List.copyOf(editions);
        criteria = List.copyOf(criteria);
    }

    @Override
    public RecordKey key() {
        return RecordKey.program(id);
    }

    /** Returns the edition that participations name by this code. */
    public Optional<Edition> edition(String code) {
        return editions.stream().filter(edition -> edition.code().equals(code)).findFirst();
    }
}
