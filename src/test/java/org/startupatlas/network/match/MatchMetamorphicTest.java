package org.startupatlas.network.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.network.match.FoundMatches.Found;
import org.startupatlas.network.match.FoundMatches.Proof;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.H2Only;

/** Tests how matches change, or do not, with the records. The network is in memory, and does not depend on the database. */
@H2Only
@QuarkusTest
@TestProfile(ForWriting.class)
class MatchMetamorphicTest {

    private static final String OPERATED =
            ",\"sectors\":[\"fintech\"],\"stages\":[\"seed\"],\"countries\":[\"MA\"],\"status\":\"active\",\"pillars\":[\"access_to_funding\"]";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"sectors\":[]",
                "\"stages\":[]",
                "\"countries\":[]",
                "\"status\":null",
                "\"pillars\":[]",
                "\"operators\":[]",
                "\"sectors\":[\"logistics\"]",
                "\"status\":\"ended\""
            })
    void removingAReasonNeverRaisesAScore(String removed) {
        String partner =
                Written.create("partners", "Operator", ",\"country\":\"MA\",\"presences\":[{\"country\":\"FR\"}]");
        String operators = ",\"operators\":[{\"partner\":\"" + partner + "\",\"name\":\"Operator\"}]";
        String program = Written.create("programs", "Reasonable", OPERATED + operators);
        String other = Written.create("programs", "Other of the operator", operators);
        String startup = Written.create(
                "startups",
                "Seeker",
                ",\"sectors\":[\"insurtech\"],\"stage\":\"seed\",\"country\":\"MA\",\"markets\":[{\"country\":\"FR\"}]");
        Written.participate(startup, other, null);
        String path = "/v1/startups/" + startup + "/matches?limit=200&pillars=access_to_funding";
        Found before = find(path, program);
        BigDecimal partnerBefore = find(path + "&with=partners", partner).score();
        Written.change("programs", program, removed);
        assertTrue(find(path, program).score().compareTo(before.score()) < 0, () -> removed + " of " + before);
        assertTrue(find(path + "&with=partners", partner).score().compareTo(partnerBefore) <= 0);
    }

    @ParameterizedTest
    @CsvSource({"participations, shared", "funding_rounds, track_record"})
    void removingARecordThatIsAReasonNeverRaisesAScore(String resource, String criterion) {
        String partner = Written.create("partners", "Investor", "");
        String program = Written.create(
                "programs", "Of the investor", ",\"operators\":[{\"partner\":\"" + partner + "\",\"name\":\"I\"}]");
        String startup = Written.create("startups", "Invested", "");
        String other = Written.create("startups", "Also invested", "");
        String participation = Written.participate(startup, program, null);
        String round = Written.create(
                "funding_rounds",
                "Round of both",
                ",\"startup\":\"" + other + "\",\"investors\":[{\"partner\":\"" + partner + "\",\"name\":\"I\"}]");
        Found before = FoundMatches.of("startups/" + startup, "partners", partner);
        assertTrue(before.has(criterion), before::toString);
        Written.delete(resource, resource.equals("participations") ? participation : round);
        Found after = FoundMatches.of("startups/" + startup, "partners", partner);
        assertTrue(after.score().compareTo(before.score()) < 0, () -> before + " " + after);
    }

    @Test
    void unrelatedRecordsChangeNothing() {
        for (String with : MatchQueryParser.CANDIDATES) {
            Map<String, Found> before = FoundMatches.all("startups/chari", with);
            String startup = Written.create("startups", "Unrelated", ",\"sectors\":[\"gaming\"],\"country\":\"ZA\"");
            String program = Written.create("programs", "Unrelated", ",\"sectors\":[\"gaming\"]");
            String partner = Written.create("partners", "Unrelated", ",\"types\":[\"media\"]");
            Written.participate(startup, program, null);
            Map<String, Found> after = new HashMap<>(FoundMatches.all("startups/chari", with));
            after.keySet().removeAll(List.of(startup, program, partner));
            assertEquals(before, after);
        }
    }

    @Test
    void renamingChangesNothingButTheNames() {
        String partner = Written.create("partners", "Before", ",\"country\":\"MA\"");
        String program = Written.create(
                "programs", "Before", OPERATED + ",\"operators\":[{\"partner\":\"" + partner + "\",\"name\":\"B\"}]");
        String startup = Written.create("startups", "Before", ",\"sectors\":[\"fintech\"],\"country\":\"MA\"");
        Written.participate(startup, program, null);
        List<String> before = scores(startup);
        Written.change("partners", partner, "\"name\":\"After\"");
        Written.change("programs", program, "\"name\":\"After\"");
        Written.change("startups", startup, "\"name\":\"After\"");
        assertEquals(before, scores(startup));
    }

    private static List<String> scores(String startup) {
        return MatchQueryParser.CANDIDATES.stream()
                .flatMap(with ->
                        FoundMatches.walk("/v1/startups/" + startup + "/matches?limit=200&with=" + with).stream())
                .map(found -> found.id() + " " + found.score() + " " + found.atMost())
                .toList();
    }

    @Test
    void swappedPartnersSwapTheirPlacesOnly() {
        String one = Written.create("partners", "Twin one", ",\"sectors\":[\"fintech\"],\"country\":\"MA\"");
        String other = Written.create("partners", "Twin two", ",\"sectors\":[\"logistics\"],\"country\":\"FR\"");
        Map<String, BigDecimal> before = partners();
        assertFalse(before.get(one).equals(before.get(other)));
        Written.change("partners", one, "\"sectors\":[\"logistics\"],\"country\":\"FR\"");
        Written.change("partners", other, "\"sectors\":[\"fintech\"],\"country\":\"MA\"");
        Map<String, BigDecimal> swapped = new HashMap<>(before);
        swapped.put(one, before.get(other));
        swapped.put(other, before.get(one));
        assertEquals(swapped, partners());
    }

    private static Map<String, BigDecimal> partners() {
        return FoundMatches.all("startups/chari", "partners").values().stream()
                .collect(Collectors.toMap(Found::id, Found::score));
    }

    @ParameterizedTest
    @CsvSource({
        "startups/chari, programs",
        "startups/chari, partners",
        "startups/chari, countries",
        "startups/chari, startups",
        "partners/plug-and-play, startups",
        "partners/plug-and-play, countries",
        "partners/um6p, partners",
        "programs/morocco-accelerator, startups",
        "programs/morocco-accelerator, partners",
        "programs/morocco-accelerator, programs",
        "programs/morocco-accelerator, countries",
        "partners/um6p, programs"
    })
    void evidenceResolvesAndUnmetIsKnownOnTheSidesThatCount(String record, String with) {
        Map<String, JsonNode> records = new HashMap<>();
        for (Found found : FoundMatches.walk("/v1/" + record + "/matches?limit=200&with=" + with)) {
            Stream<Proof> known = Stream.ofNullable(found.knownBy()).map(FoundMatches.Known::evidence);
            Stream.concat(known, found.all().flatMap(reason -> reason.evidence().stream()))
                    .distinct()
                    .forEach(proof -> {
                        JsonNode proving = records.computeIfAbsent(proof.link(), Atlas::tree);
                        assertEquals(proof.slug(), proving.get("slug").textValue());
                        JsonNode value = proving.at(JsonPointer.compile(proof.pointer()));
                        assertFalse(value.isMissingNode() || value.isNull(), proof::toString);
                    });
            found.unmet().forEach(reason -> assertFalse(reason.theirs().isEmpty(), found::toString));
            found.reasons().forEach(reason -> assertFalse(reason.evidence().isEmpty(), found::toString));
            assertTrue(found.score().compareTo(found.atMost()) <= 0, found::toString);
        }
    }

    private static Found find(String path, String id) {
        return FoundMatches.of(path + "&id=" + id).data().get(0);
    }
}
