package org.startupatlas.dbcopy;

import static org.startupatlas.testing.TestKeys.asAdmin;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.Properties;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.KeyAnswer;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/**
 * The data written to a database beside the bundled data before it is stored or copied: changed, merged, deleted,
 * redacted and renamed records, a key, and an idempotent write.
 *
 * @param revision the revision after all writes
 * @param key the secret of a curator's key
 * @param changed a startup with three versions, into which another was merged, with characters that COPY escapes
 * @param notes the notes of that startup
 * @param merged the id of the startup that was merged into it
 * @param deleted the id of a deleted startup
 */
public record Written(long revision, String key, String changed, String notes, String merged, String deleted) {

    /** The slug of a startup from whose versions a value was redacted. */
    public static final String REDACTED = "kept-secret";

    /** The redacted value. */
    static final String SECRET = "a word that nobody may read";

    /** The former slug of a renamed startup. */
    public static final String FORMER_SLUG = "kept-tent";

    /** The current slug of that startup. */
    static final String NEW_SLUG = "kept-pavilion";

    private static final String NOTES = "سوق \\N, \\t, \"quote\",\nline {1,NULL}; 𐎀";

    /** The idempotency key of the idempotent write. */
    private static final String TRY = "kept-try";

    private static final String STARTUPS = "/v1/startups";
    private static final String RETRIED = "{\"name\":\"Kept Retried\"}";

    /** Writes the data to the application of RestAssured. */
    public static Written write() {
        String changed =
                create("{\"name\":\"Kept Souk\",\"founded\":\"2021-Q2\",\"sectors\":[\"fintech\",\"agritech\"]}");
        Writes.patch(
                200,
                path(changed),
                1,
                Atlas.json().createObjectNode().put("notes", NOTES).toString());
        String merged = create("{\"name\":\"Kept Bazaar\",\"headcount\":12}");
        create("{\"name\":\"Kept Round\"}");
        Writes.post(
                201,
                "/v1/funding_rounds",
                "{\"startup\":\"" + merged
                        + "\",\"date\":\"2022\",\"class\":\"equity\",\"amount\":{\"value\":1234567.891,\"currency\":\"MAD\",\"qualifier\":\"exact\"}}");
        Writes.merge(200, path(changed), 2, merged);
        String deleted = create("{\"name\":\"Kept Ruin\"}");
        Writes.delete(204, path(deleted), 1);
        create("{\"name\":\"Kept Secret\",\"notes\":\"" + SECRET + "\"}");
        Writes.post(200, path(REDACTED) + "/redact", "{\"path\":\"notes\"}");
        create("{\"name\":\"Kept Tent\"}");
        Writes.patch(200, path(FORMER_SLUG), 1, "{\"slug\":\"" + NEW_SLUG + "\"}");
        KeyAnswer key = TestKeys.issue("curator", null);
        long revision = Writes.revision(retry());
        return new Written(revision, key.key(), changed, NOTES, merged, deleted);
    }

    /** Sends the idempotent write, which has an effect the first time only. */
    public static Response retry() {
        return Writes.post(201, asAdmin().header("Idempotency-Key", TRY), STARTUPS, RETRIED);
    }

    private static String create(String body) {
        return Writes.create(JsonNode.class, STARTUPS, body).get("id").textValue();
    }

    private static String path(String idOrSlug) {
        return STARTUPS + "/" + idOrSlug;
    }

    /** Returns the data as properties. */
    Properties toProperties() {
        Properties properties = new Properties();
        properties.setProperty("revision", String.valueOf(revision));
        properties.setProperty("key", key);
        properties.setProperty("changed", changed);
        properties.setProperty("notes", notes);
        properties.setProperty("merged", merged);
        properties.setProperty("deleted", deleted);
        return properties;
    }

    /** Reads the data from properties. */
    static Written of(Properties properties) {
        return new Written(
                Long.parseLong(properties.getProperty("revision")),
                properties.getProperty("key"),
                properties.getProperty("changed"),
                properties.getProperty("notes"),
                properties.getProperty("merged"),
                properties.getProperty("deleted"));
    }
}
