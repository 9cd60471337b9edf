package org.startupatlas.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.Writes;

/** Creates, changes, merges and deletes startups over HTTP at random, the same in every run. */
public final class RandomWrites {
    private static final List<String> SECTORS = List.of("fintech", "agritech", "logistics", "healthtech");
    private static final List<String> STAGES = List.of("idea", "seed", "growth");
    private static final List<String> COUNTRIES = List.of("MA", "FR", "SN");

    private final Random random;
    private final List<StartupRecord> own = new ArrayList<>();

    public RandomWrites(long seed) {
        random = new Random(seed);
    }

    /** Writes once more. */
    public void next() {
        int what = random.nextInt(10);
        if (own.size() < 3 || what < 4) {
            String body = "{\"name\":\"Random " + UUID.randomUUID() + "\"," + values() + "}";
            own.add(Writes.create(StartupRecord.class, "/v1/startups", body));
        } else if (what < 7) {
            StartupRecord one = take();
            own.add(Atlas.read(
                    StartupRecord.class, Writes.patch(200, Atlas.path(one), one.version(), "{" + values() + "}")));
        } else if (what < 9) {
            StartupRecord gone = take();
            Writes.delete(204, Atlas.path(gone), gone.version());
        } else {
            StartupRecord gone = take();
            StartupRecord one = take();
            own.add(Atlas.read(
                    StartupRecord.class,
                    Writes.merge(200, Atlas.path(one), one.version(), gone.id().toString())));
        }
    }

    private StartupRecord take() {
        return own.remove(random.nextInt(own.size()));
    }

    private String values() {
        String sectors = SECTORS.stream()
                .filter(sector -> random.nextInt(3) == 0)
                .map(sector -> "\"" + sector + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        return "\"sectors\":" + sectors
                + ",\"stage\":" + maybe("\"" + one(STAGES) + "\"")
                + ",\"country\":" + maybe("\"" + one(COUNTRIES) + "\"")
                + ",\"diaspora\":" + maybe(String.valueOf(random.nextBoolean()))
                // so that every write is a change
                + ",\"headcount\":" + random.nextInt(1_000_000);
    }

    private String maybe(String value) {
        return random.nextInt(3) == 0 ? "null" : value;
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
