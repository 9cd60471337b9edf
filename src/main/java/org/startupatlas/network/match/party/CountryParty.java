package org.startupatlas.network.match.party;

import java.util.List;
import java.util.stream.Stream;
import org.startupatlas.network.match.criterion.Criterion;
import org.startupatlas.network.match.criterion.Value;
import org.startupatlas.network.model.Country;
import org.startupatlas.network.model.LinkKind;
import org.startupatlas.network.model.RecordKey;

/** A country as one side of a match. */
final class CountryParty implements Party {

    private final Country country;
    private final LiveLinks links;

    CountryParty(Country country, LiveLinks links) {
        this.country = country;
        this.links = links;
    }

    @Override
    public List<Value> values(Criterion criterion) {
        RecordKey key = country.key();
        return switch (criterion) {
            case SECTORS, TECHNOLOGIES, STAGE, PILLARS, OPENNESS -> List.of();
            case PLACE, REACH -> List.of(LiveLinks.value(country, country.id(), "/id"));
            case SHARED -> Stream.of(
                            links.to(key, LinkKind.PRESENCE),
                            links.to(key, LinkKind.SEAT)
                                    .filter(link -> link.from().resource().equals(RecordKey.PARTNERS)),
                            links.to(key, LinkKind.OFFERED_IN))
                    .flatMap(each -> each.map(link -> links.end(link, key)))
                    .toList();
            case TRACK_RECORD -> links.to(key, LinkKind.MARKET)
                    .map(link -> links.end(link, key))
                    .toList();
            case LANGUAGE -> LiveLinks.languages(country);
        };
    }
}
