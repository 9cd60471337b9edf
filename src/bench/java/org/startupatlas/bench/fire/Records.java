package org.startupatlas.bench.fire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Generates random records. */
final class Records {

    /** So few names that startups share them, which makes slugs conflict and leaves merges little to fill. */
    private static final int NAMES = 200;

    private static final List<String> STATUSES = List.of("active", "active", "active", "dormant", "acquired", "closed");
    private static final List<String> SECTORS = List.of("fintech", "healthtech", "edtech", "logistics", "energy");
    private static final List<String> CITIES = List.of("Casablanca", "Rabat", "Fès", "طنجة", "Agadir");
    private static final List<String> STATES = List.of("applied", "selected", "in_progress", "completed");
    private static final List<String> ROUNDS = List.of("pre_seed", "seed", "series_a");

    private final Random random;
    private final List<String> programs;

    Records(Random random, List<String> programs) {
        this.random = random;
        this.programs = List.copyOf(programs);
    }

    ObjectNode startup(String notes) {
        ObjectNode startup = object(notes).put("name", "Fire " + random.nextInt(NAMES));
        if (random.nextInt(4) > 0) {
            startup.put("status", any(STATUSES)).put("city", any(CITIES)).put("headcount", random.nextInt(500));
            startup.putArray("sectors").add(any(SECTORS));
        }
        if (random.nextInt(20) == 0) {
            startup.put("slug", slug());
        }
        return startup;
    }

    ObjectNode participation(String notes, String startup) {
        return object(notes)
                .put("startup", startup)
                .put("program", any(programs))
                .put("state", any(STATES));
    }

    ObjectNode fundingRound(String notes, String startup) {
        ObjectNode round = object(notes).put("startup", startup).put("type", any(ROUNDS));
        round.putObject("amount")
                .put("value", random.nextInt(10_000_000))
                .put("currency", "MAD")
                .put("qualifier", "about");
        return round;
    }

    /** Returns other values for a startup. */
    ObjectNode change(String notes) {
        ObjectNode patch = object(notes);
        if (random.nextBoolean()) {
            patch.put("status", any(STATUSES));
        }
        if (random.nextBoolean()) {
            patch.putArray("sectors").add(any(SECTORS)).add("govtech");
        }
        return random.nextBoolean() ? patch.put("headcount", random.nextInt(500)) : patch.putNull("city");
    }

    ObjectNode otherSlug() {
        return JsonNodeFactory.instance.objectNode().put("slug", slug());
    }

    /** Returns a slug, sometimes one that conflicts. */
    private String slug() {
        return "under-fire-" + (random.nextBoolean() ? random.nextInt(1_000) : random.nextLong() >>> 1);
    }

    private static ObjectNode object(String notes) {
        return JsonNodeFactory.instance.objectNode().put("notes", notes);
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
