package org.startupatlas.http.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;

/**
 * Writes organisations for search engines: JSON-LD 1.1 with the vocabulary of schema.org. Uncertain values are left
 * out: those with unverified claims only, and dates that are not ISO 8601.
 */
final class JsonLd {

    private static final String CONTEXT = "https://schema.org";
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

    /** The states of markets in which a startup serves the country. */
    private static final Set<String> SERVED = Set.of("entered", "scaling");

    private final JsonNode record;
    private final Set<String> unverified;
    private final ObjectNode organisation = JsonNodeFactory.instance.objectNode();

    private JsonLd(JsonNode record) {
        this.record = record;
        this.unverified = unverifiedFields(record);
    }

    /**
     * Returns a record as an Organization.
     *
     * @param record its complete JSON
     * @param language the one that its texts were collapsed to, or null if they are in all three
     */
    static ObjectNode organisation(ResourceSchema schema, JsonNode record, Language language) {
        return new JsonLd(record).write(schema, language);
    }

    private ObjectNode write(ResourceSchema schema, Language language) {
        organisation.put("@context", CONTEXT);
        organisation.put("@type", "Organization");
        organisation.put(
                "@id", "/v1/" + schema.resource() + "/" + record.get("id").textValue());
        putText("name", "name");
        putOtherNames();
        putDescription(language);
        putText("url", "website");
        putDate("foundingDate", "founded");
        putDate("dissolutionDate", "closed");
        putAddress();
        putCountriesServed();
        if (isCertain("headcount")) {
            organisation
                    .putObject("numberOfEmployees")
                    .put("@type", "QuantitativeValue")
                    .set("value", record.get("headcount"));
        }
        putSameAs();
        return organisation;
    }

    private boolean isCertain(String field) {
        return record.hasNonNull(field) && !unverified.contains(field);
    }

    private void putText(String property, String field) {
        if (isCertain(field)) {
            organisation.set(property, record.get(field));
        }
    }

    private void putDate(String property, String field) {
        if (isCertain(field) && ISO_DATE.matcher(record.get(field).textValue()).matches()) {
            organisation.set(property, record.get(field));
        }
    }

    private void putOtherNames() {
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        record.get("other_names").forEach(name -> names.add(name.get("name")));
        putUnlessEmpty("alternateName", names);
    }

    private void putDescription(Language language) {
        JsonNode summary = record.get("summary");
        if (summary.isNull() || unverified.contains("summary")) {
            return;
        }
        if (language != null) {
            organisation.set("description", summary);
            return;
        }
        ArrayNode texts = JsonNodeFactory.instance.arrayNode();
        summary.properties().stream().filter(text -> !text.getValue().isNull()).forEach(text -> texts.addObject()
                .put("@language", text.getKey())
                .set("@value", text.getValue()));
        putUnlessEmpty("description", texts);
    }

    private void putAddress() {
        ObjectNode address = JsonNodeFactory.instance.objectNode();
        put(address, "addressLocality", "city");
        put(address, "addressRegion", "region");
        put(address, "addressCountry", "country");
        if (!address.isEmpty()) {
            organisation.putObject("address").put("@type", "PostalAddress").setAll(address);
        }
    }

    private void put(ObjectNode object, String property, String field) {
        if (isCertain(field)) {
            object.set(property, record.get(field));
        }
    }

    private void putCountriesServed() {
        ArrayNode countries = JsonNodeFactory.instance.arrayNode();
        for (JsonNode market : record.path("markets")) {
            if (market.hasNonNull("country")
                    && SERVED.contains(market.path("state").asText())
                    && !unverified.contains("markets")) {
                countries.addObject().put("@type", "Country").set("identifier", market.get("country"));
            }
        }
        putUnlessEmpty("areaServed", countries);
    }

    private void putSameAs() {
        JsonNode ids = record.get("external_ids");
        List<String> pages = new ArrayList<>();
        addPage(pages, "", ids.get("ror"));
        addPage(pages, "https://www.wikidata.org/wiki/", ids.get("wikidata"));
        addPage(pages, "https://isni.org/isni/", ids.get("isni"));
        // Funder ids are DOIs of Crossref.
        addPage(pages, "https://doi.org/10.13039/", ids.get("fundref"));
        ArrayNode sameAs = JsonNodeFactory.instance.arrayNode();
        pages.forEach(sameAs::add);
        putUnlessEmpty("sameAs", sameAs);
        if (ids.hasNonNull("ice")) {
            organisation
                    .putObject("identifier")
                    .put("@type", "PropertyValue")
                    .put("propertyID", "ICE")
                    .set("value", ids.get("ice"));
        }
    }

    private static void addPage(List<String> pages, String prefix, JsonNode id) {
        if (!id.isNull()) {
            pages.add(prefix + id.textValue());
        }
    }

    private void putUnlessEmpty(String property, ArrayNode values) {
        if (!values.isEmpty()) {
            organisation.set(property, values);
        }
    }

    /** Returns the fields of which every used claim is unverified. */
    private static Set<String> unverifiedFields(JsonNode record) {
        Set<String> unverified = new HashSet<>();
        Set<String> verified = new HashSet<>();
        for (JsonNode claim : record.get("provenance")) {
            if (claim.get("used").asBoolean() && claim.hasNonNull("field")) {
                boolean isUnverified = claim.get("confidence").asText().equals("unverified");
                (isUnverified ? unverified : verified).add(claim.get("field").textValue());
            }
        }
        unverified.removeAll(verified);
        return unverified;
    }
}
