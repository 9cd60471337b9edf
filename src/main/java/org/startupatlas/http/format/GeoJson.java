package org.startupatlas.http.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes records with coordinates as GeoJSON (RFC 7946): points only, no borders. */
final class GeoJson {

    private GeoJson() {}

    /** Returns a collection with the features in the place of {@code data}. */
    static ObjectNode collection(List<ObjectNode> features, Envelope envelope) {
        ObjectNode collection = JsonNodeFactory.instance.objectNode();
        collection.put("type", "FeatureCollection");
        collection.putArray("features").addAll(features);
        collection.setAll(envelope.members());
        return collection;
    }

    /** Returns a feature with the record as its properties; without a point, its geometry is null. */
    static ObjectNode feature(JsonNode point, ObjectNode record) {
        ObjectNode feature = JsonNodeFactory.instance.objectNode();
        feature.put("type", "Feature");
        feature.set("id", record.get("id"));
        if (point.isNull()) {
            feature.putNull("geometry");
        } else {
            ObjectNode geometry = feature.putObject("geometry");
            geometry.put("type", "Point");
            geometry.putArray("coordinates").add(point.get("lon")).add(point.get("lat"));
        }
        feature.set("properties", record);
        return feature;
    }
}
