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
 * Organisations as search engines know them: JSON-LD 1.1 with the words of schema.org. Only what is certain is said:
 * nothing that all its sources are unsure of, and no date that is none in ISO 8601.
 */
final class JsonLd {

    private static final String CONTEXT = "https://schema.org";
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

    /** States of markets in which a startup serves the country. */
    private static final Set<String> SERVED = Set.of("entered", "scaling");

    private final JsonNode record;
    private final Set<String> doubted;
    private final ObjectNode organisation = JsonNodeFactory.instance.objectNode();

    private JsonLd(JsonNode record) {
        this.record = record;
        this.doubted = doubted(record);
    }

    /**
     * A record as an Organization.
     *
     * @param record its JSON, whole
     * @param language the one that its texts were collapsed to, or null where they stand in all three
     */
    static ObjectNode organisation(ResourceSchema declaration, JsonNode record, Language language) {
        return new JsonLd(record).write(declaration, language);
    }

    private ObjectNode write(ResourceSchema declaration, Language language) {
        organisation.put("@context", CONTEXT);
        organisation.put("@type", "Organization");
        organisation.put(
                "@id", "/v1/" + declaration.resource() + "/" + record.get("id").textValue());
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
        putOtherRegisters();
        return organisation;
    }

    private boolean isCertain(String field) {
        return record.hasNonNull(field) && !doubted.contains(field);
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
        if (summary.isNull() || doubted.contains("summary")) {
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
                    && !doubted.contains("markets")) {
                countries.addObject().put("@type", "Country").set("identifier", market.get("country"));
            }
        }
        putUnlessEmpty("areaServed", countries);
    }

    private void putOtherRegisters() {
        JsonNode ids = record.get("external_ids");
        List<String> pages = new ArrayList<>();
        addPage(pages, "", ids.get("ror"));
        addPage(pages, "https://www.wikidata.org/wiki/", ids.get("wikidata"));
        addPage(pages, "https://isni.org/isni/", ids.get("isni"));
        // Names of funders are DOIs of Crossref.
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

    /** Fields of which every claim that is used is unverified. */
    private static Set<String> doubted(JsonNode record) {
        Set<String> unsure = new HashSet<>();
        Set<String> sure = new HashSet<>();
        for (JsonNode claim : record.get("provenance")) {
            if (claim.get("used").asBoolean() && claim.hasNonNull("field")) {
                boolean doubtful = claim.get("confidence").asText().equals("unverified");
                (doubtful ? unsure : sure).add(claim.get("field").textValue());
            }
        }
        unsure.removeAll(sure);
        return unsure;
    }
}
