package org.startupatlas.network.match.party;

import java.util.List;
import java.util.stream.Stream;
import org.startupatlas.network.match.criterion.Criterion;
import org.startupatlas.network.match.criterion.Value;

/**
 * What a request asks for. Its countries are where to go, and, of startups, where to look.
 *
 * @param stage a code, or null
 */
public record Need(
        List<String> sectors,
        List<String> technologies,
        String stage,
        List<String> countries,
        List<String> pillars,
        List<String> languages)
        implements Party {

    public Need {
        sectors = List.copyOf(sectors);
        technologies = List.copyOf(technologies);
        countries = List.copyOf(countries);
        pillars = List.copyOf(pillars);
        languages = List.copyOf(languages);
    }

    @Override
    public List<Value> values(Criterion criterion) {
        return switch (criterion) {
            case SECTORS -> of(sectors);
            case TECHNOLOGIES -> of(technologies);
            case STAGE -> of(Stream.ofNullable(stage).toList());
            case PILLARS -> of(pillars);
            case PLACE, REACH -> of(countries);
            case LANGUAGE -> of(languages);
            case SHARED, TRACK_RECORD, OPENNESS -> List.of();
        };
    }

    /** Returns whether it names nothing, so that there is nothing to compare. */
    public boolean isEmpty() {
        return Stream.of(sectors, technologies, countries, pillars, languages).allMatch(List::isEmpty) && stage == null;
    }

    private static List<Value> of(List<String> codes) {
        return codes.stream().map(code -> new Value(code, null, null)).toList();
    }
}
