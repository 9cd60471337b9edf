package org.startupatlas.network.match.ranking;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.startupatlas.network.match.criterion.Criterion;

/**
 * How much each criterion counts.
 *
 * @param version changes whenever the weights do; of weights that a request changes, it ends with {@code +request}
 */
public record Weights(String version, Map<Criterion, BigDecimal> values) {

    /** The weights of {@code network/weights.properties}. */
    public static final Weights STANDARD = read("/network/weights.properties");

    /** No weight may be so large that the others do not count. */
    public static final BigDecimal MAX = BigDecimal.valueOf(100);

    public Weights {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    private static Weights read(String resource) {
        Properties properties = new Properties();
        try (InputStream bytes = Weights.class.getResourceAsStream(resource)) {
            properties.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<Criterion, BigDecimal> values = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            values.put(criterion, new BigDecimal(properties.getProperty(criterion.code())));
        }
        return new Weights(properties.getProperty("version"), values);
    }

    /** Returns the weight of a criterion. */
    public BigDecimal of(Criterion criterion) {
        return values.get(criterion);
    }

    /** Returns these weights with others for some of the criteria. */
    public Weights with(Map<Criterion, BigDecimal> others) {
        if (others.isEmpty()) {
            return this;
        }
        Map<Criterion, BigDecimal> changed = new EnumMap<>(values);
        changed.putAll(others);
        return new Weights(version + "+request", changed);
    }
}
