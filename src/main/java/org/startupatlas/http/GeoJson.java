package org.startupatlas.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.startupatlas.query.Declaration;

/** Records with a place on earth as GeoJSON (RFC 7946): points only, no borders. */
final class GeoJson {

    private GeoJson() {}

    static ObjectNode collection(Declaration declaration, List<ObjectNode> records, ObjectNode page, ObjectNode meta) {
        ObjectNode collection = JsonNodeFactory.instance.objectNode();
        collection.put("type", "FeatureCollection");
        ArrayNode features = collection.putArray("features");
        records.forEach(record -> features.add(feature(declaration, record)));
        collection.set("page", page);
        collection.set("meta", meta);
        return collection;
    }

    /** The record as the properties of its point; where it has none, the geometry is null. */
    static ObjectNode feature(Declaration declaration, ObjectNode record) {
        String field = declaration.point().orElseThrow().name();
        JsonNode point = record.path(field);
        ObjectNode feature = JsonNodeFactory.instance.objectNode();
        feature.put("type", "Feature");
        feature.set("id", record.get("id"));
        if (point.hasNonNull("lon") && point.hasNonNull("lat")) {
            ObjectNode geometry = feature.putObject("geometry");
            geometry.put("type", "Point");
            geometry.putArray("coordinates").add(point.get("lon")).add(point.get("lat"));
        } else {
            feature.putNull("geometry");
        }
        feature.set("properties", record);
        return feature;
    }
}
