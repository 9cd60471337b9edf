package org.startupatlas.proposals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.LocalDate;
import java.util.Locale;
import org.startupatlas.proposals.store.Proposal;

/** Makes the claims by which an accepted proposal names its source. */
final class SourceClaims {

    /** A longer text is not repeated: the field has it. */
    private static final int MAX_VALUE_LENGTH = 200;

    private static final String FIELD = "field";
    private static final String VALUE = "value";

    private final String url;
    private final LocalDate seen;

    /**
     * @param seen the day of acceptance, on which a curator looked at the source
     */
    SourceClaims(Proposal proposal, LocalDate seen) {
        this.url = proposal.sourceUrl();
        this.seen = seen;
    }

    /** Returns the claims about the fields that a proposal names; those derived from them have none. */
    ArrayNode ofChanges(JsonNode changes, JsonNode changed) {
        ArrayNode claims = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each : changed) {
            String path = each.get("path").textValue();
            if (changes.has(path.split("\\.", 2)[0]) && !StaleFields.isRedacted(each)) {
                claims.add(claim().put(FIELD, path).put(VALUE, value(each.get("to"))));
            }
        }
        return claims;
    }

    /** Returns the claim about a new record as a whole. */
    ObjectNode ofRecord() {
        return claim().putNull(FIELD).putNull(VALUE);
    }

    private ObjectNode claim() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("used", true)
                .put("publisher", URI.create(url).getHost().toLowerCase(Locale.ROOT))
                .put("url", url)
                .put("seen", seen.toString())
                .put("confidence", "reported");
    }

    private static String value(JsonNode to) {
        String text = to.isValueNode() && !to.isNull() ? to.asText() : null;
        return text == null || text.length() > MAX_VALUE_LENGTH ? null : text;
    }
}
