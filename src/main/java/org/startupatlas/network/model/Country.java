package org.startupatlas.network.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.startupatlas.record.Point;
import org.startupatlas.record.Translated;

/**
 * A country or territory. What is unknown is null or an empty list.
 *
 * @param id its alpha-2 code
 * @param region the code of its UN M49 region, as the two that follow
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Country(
        String id,
        String slug,
        int version,
        String name,
        Translated names,
        String region,
        String subregion,
        String intermediateRegion,
        List<String> languages,
        Point point)
        implements Node {

    public Country {
        names = Translated.orNone(names);
        languages = List.copyOf(languages);
    }

    @Override
    public RecordKey key() {
        return RecordKey.country(id);
    }
}
