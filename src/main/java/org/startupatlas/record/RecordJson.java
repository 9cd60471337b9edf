package org.startupatlas.record;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.TimeZone;

/** Configures the JSON of records: snake_case, nulls included, and numbers with the digits that were sent. */
@Singleton
public class RecordJson implements ObjectMapperCustomizer {

    private static final String TIME_PATTERN = "uuuu-MM-dd'T'HH:mm:ss.SSSX";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern(TIME_PATTERN).withZone(ZoneOffset.UTC);

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        mapper.setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.configOverride(Instant.class)
                .setFormat(
                        JsonFormat.Value.forPattern(TIME_PATTERN).withTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC)));
        mapper.configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
    }

    /** Parses a record's stored JSON with the mapper that serializes records. */
    public static ObjectNode read(ObjectMapper mapper, byte[] json) {
        return (ObjectNode) parse(mapper, json);
    }

    /** Parses stored JSON with the mapper that serializes records, so that numbers keep their digits. */
    public static JsonNode parse(ObjectMapper mapper, byte[] json) {
        try {
            return mapper.readTree(json);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Parses the JSON in a text column, as {@link #parse(ObjectMapper, byte[])}. */
    public static JsonNode parse(ObjectMapper mapper, String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns a value as JSON, UTF-8, written with the mapper that serializes records. */
    public static byte[] bytes(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns a value as JSON, written with the mapper that serializes records. */
    public static String text(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Formats a timestamp: RFC 3339 in UTC, always with three fraction digits. */
    public static String time(Instant time) {
        return TIME.format(time);
    }
}
