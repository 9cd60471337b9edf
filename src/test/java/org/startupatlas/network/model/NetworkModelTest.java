package org.startupatlas.network.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.changelog.read.ChangeReader;
import org.startupatlas.query.snapshot.SnapshotReader;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.testing.Counting;
import org.startupatlas.testing.CountingDataSource;
import org.startupatlas.testing.Writes;

/** Tests that the network follows the log. */
@QuarkusTest
@TestProfile(Counting.class)
class NetworkModelTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final int WRITES = 60;
    private static final int COMPARISONS = 4;

    @Inject
    NetworkModel model;

    @Inject
    CountingDataSource database;

    @Inject
    RevisionTracker revisions;

    @Inject
    ChangeReader log;

    @Inject
    SnapshotReader snapshots;

    @Inject
    SchemaRegistry schemas;

    @Inject
    ObjectMapper json;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void followedNetworkEqualsOneBuiltAnew(long seed) {
        assertAsBuiltAnew();
        RandomNetworkWrites writes = new RandomNetworkWrites(seed);
        for (int i = 0; i < COMPARISONS; i++) {
            for (int j = 0; j < WRITES / COMPARISONS; j++) {
                writes.next();
            }
            assertAsBuiltAnew();
        }
        assertTrue(writes.accepted() > WRITES / 2, "accepted writes: " + writes.accepted());
    }

    @Test
    void writeIsFollowedByReadingItsChangeOnly() {
        model.read(Network::revision);
        String id = create("startups", "{\"name\":\"Followed\",\"country\":\"MA\"}");
        database.takeTexts();
        assertTrue(model.read(network -> network.startup(id)).isPresent());
        List<String> statements = database.takeTexts();
        assertEquals(1, statements.size(), statements::toString);
        assertTrue(statements.get(0).contains("FROM change"), statements::toString);
        model.read(Network::revision);
        assertEquals(0, database.takeCount());
    }

    @Test
    void agreementLinksPartnersAndNotNames() {
        String one = create("partners", "{\"name\":\"First party\"}");
        String two = create("partners", "{\"name\":\"Second party\"}");
        String agreement = create(
                "agreements",
                "{\"name\":\"Agreed\",\"signed\":\"2024-05-29\",\"status\":\"signed\",\"parties\":["
                        + organisation(one) + "," + organisation(two)
                        + ",{\"partner\":null,\"name\":\"business angels\"}],\"provenance\":["
                        + "{\"publisher\":\"whole\",\"confidence\":\"reported\",\"used\":true},"
                        + "{\"field\":\"parties\",\"value\":\"both\",\"publisher\":\"field\",\"confidence\":\"unverified\",\"used\":true}]}");
        Link link = onlyLinkOf(AGREEMENTS, agreement);
        assertEquals(LinkKind.AGREEMENT, link.kind());
        assertEquals(List.of(RecordKey.partner(one), RecordKey.partner(two)), List.of(link.from(), link.to()));
        assertEquals(
                new Evidence(new RecordKey(AGREEMENTS, agreement), "agreed", "Agreed", "/parties"), link.evidence());
        assertEquals(List.of(new Source("field", null, null, null, "unverified", false)), link.sources());
        assertEquals(Truth.TRUE, link.isValidOn(TODAY));
        assertEquals(Truth.FALSE, link.isValidOn(LocalDate.of(2024, 5, 28)));
        Writes.patch(200, "/v1/agreements/" + agreement, 1, "{\"status\":\"ended\"}");
        assertEquals(Truth.FALSE, onlyLinkOf(AGREEMENTS, agreement).isValidOn(TODAY));
        Writes.delete(204, "/v1/agreements/" + agreement, 2);
        assertEquals(List.of(), linksOf(AGREEMENTS, agreement));
        assertEquals(List.of(), model.read(network -> List.copyOf(network.linksFrom(RecordKey.partner(one)))));
    }

    @Test
    void presenceIsProvenByTheClaimsThatNameIt() {
        String partner = create(
                "partners",
                "{\"name\":\"Present\",\"presences\":[{\"country\":\"JP\",\"city\":\"Tokyo\"},"
                        + "{\"country\":\"MA\",\"city\":\"Benguerir\"},{\"country\":\"MT\"}],\"provenance\":["
                        + claim("Tokyo, JP: eight themes", "a") + "," + claim("Benguerir, MA: first office", "b") + ","
                        + claim("(Malta), MT", "c") + "]}");
        List<List<String>> publishers = linksOf(RecordKey.PARTNERS, partner).stream()
                .map(link -> link.sources().stream().map(Source::publisher).toList())
                .toList();
        assertEquals(List.of(List.of("a"), List.of("b"), List.of("c")), publishers);
    }

    @Test
    void participationHasTheDatesOfItsEdition() {
        String startup = create("startups", "{\"name\":\"Alumna\"}");
        String program =
                create("programs", "{\"name\":\"School\",\"editions\":[{\"code\":\"first\",\"start\":\"2019\"}]}");
        String participation = create(
                "participations",
                "{\"name\":\"Alumna at school\",\"startup\":\"" + startup + "\",\"program\":\"" + program
                        + "\",\"edition\":\"first\"}");
        assertEquals(
                "2019",
                onlyLinkOf(RecordKey.PARTICIPATIONS, participation)
                        .validity()
                        .from()
                        .text());
        Writes.patch(
                200,
                "/v1/programs/" + program,
                1,
                "{\"editions\":[{\"code\":\"first\",\"start\":\"2021\",\"end\":\"2022\"}]}");
        Link link = onlyLinkOf(RecordKey.PARTICIPATIONS, participation);
        assertEquals("2021", link.validity().from().text());
        assertEquals(Truth.TRUE, link.isValidOn(TODAY));
        assertEquals(Truth.FALSE, link.isValidOn(LocalDate.of(2020, 1, 1)));
    }

    @Test
    void startupIsLinkedToTheOperatorOfItsSite() {
        String one = create("partners", "{\"name\":\"Old operator\"}");
        String two = create("partners", "{\"name\":\"New operator\"}");
        String site = create("sites", "{\"name\":\"Hub\",\"operator\":" + organisation(one) + "}");
        String startup = create("startups", "{\"name\":\"Resident\",\"site\":\"" + site + "\"}");
        assertEquals(
                RecordKey.partner(one), onlyLinkOf(RecordKey.STARTUPS, startup).to());
        Writes.patch(200, "/v1/sites/" + site, 1, "{\"operator\":" + organisation(two) + "}");
        assertEquals(
                RecordKey.partner(two), onlyLinkOf(RecordKey.STARTUPS, startup).to());
        Writes.patch(200, "/v1/startups/" + startup, 1, "{\"site\":null}");
        assertEquals(List.of(), linksOf(RecordKey.STARTUPS, startup));
        assertAsBuiltAnew();
    }

    @Test
    void linksOfMergedPartnerMoveToTheSurvivor() {
        String gone = create("partners", "{\"name\":\"Merged away\",\"country\":\"FR\"}");
        String survivor = create("partners", "{\"name\":\"Survivor\"}");
        String program = create("programs", "{\"name\":\"Operated\",\"operators\":[" + organisation(gone) + "]}");
        Writes.merge(200, "/v1/partners/" + survivor, 1, gone);
        assertEquals(
                RecordKey.partner(survivor),
                onlyLinkOf(RecordKey.PROGRAMS, program).to());
        assertTrue(model.read(network -> network.partner(gone)).isEmpty());
        assertEquals(List.of(), linksOf(RecordKey.PARTNERS, gone));
        assertEquals(
                RecordKey.country("FR"),
                onlyLinkOf(RecordKey.PARTNERS, survivor).to());
    }

    @Test
    void readerWithinReaderHasItsRevision() {
        long[] inner = new long[1];
        long outer = model.read(network -> {
            create("startups", "{\"name\":\"Written while reading\"}");
            inner[0] = model.read(Network::revision);
            return network.revision();
        });
        assertEquals(outer, inner[0]);
        assertTrue(model.read(Network::revision) > outer);
    }

    @Test
    void everyReaderSeesBothEndsOfEachLink() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                readers.add(threads.submit(() -> readWhile(writing)));
            }
            Future<?> writer = threads.submit(() -> {
                RandomNetworkWrites writes = new RandomNetworkWrites(9);
                for (int i = 0; i < WRITES; i++) {
                    writes.next();
                }
            });
            try {
                writer.get();
            } finally {
                writing.set(false);
            }
            for (Future<Integer> reader : readers) {
                assertTrue(reader.get() > 0);
            }
        } finally {
            threads.shutdown();
        }
    }

    private int readWhile(AtomicBoolean writing) {
        long last = 0;
        int reads = 0;
        while (writing.get()) {
            long before = last;
            last = model.read(network -> {
                assertTrue(network.revision() >= before);
                network.links().forEach(link -> {
                    assertTrue(network.node(link.from()).isPresent(), link::toString);
                    assertTrue(network.node(link.to()).isPresent(), link::toString);
                });
                return network.revision();
            });
            reads++;
        }
        return reads;
    }

    private void assertAsBuiltAnew() {
        NetworkModel anew = new NetworkModel(revisions, log, snapshots, schemas, new ContributionReader(json));
        NetworkCopy expected = anew.read(NetworkCopy::of);
        NetworkCopy followed = model.read(NetworkCopy::of);
        assertEquals(expected.links(), followed.links());
        assertEquals(expected, followed);
        assertTrue(expected.links().size() > 100);
    }

    private static final String AGREEMENTS = RecordKey.AGREEMENTS;

    private Link onlyLinkOf(String resource, String id) {
        List<Link> links = linksOf(resource, id);
        assertEquals(1, links.size(), links::toString);
        return links.get(0);
    }

    private List<Link> linksOf(String resource, String id) {
        return model.read(network -> network.linksProvenBy(new RecordKey(resource, id)));
    }

    private static String create(String resource, String body) {
        return Writes.create(JsonNode.class, "/v1/" + resource, body).get("id").textValue();
    }

    private static String organisation(String partner) {
        return "{\"partner\":\"" + partner + "\",\"name\":\"As published\"}";
    }

    private static String claim(String value, String publisher) {
        return "{\"field\":\"presences\",\"value\":\"" + value + "\",\"publisher\":\"" + publisher
                + "\",\"confidence\":\"reported\",\"used\":true}";
    }
}
