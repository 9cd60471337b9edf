package org.startupatlas.reference;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * What a good developer would write by hand for just the benchmark's requests: one class, prepared statements, the
 * stored documents copied out with Jackson's streaming API. Its answers are those of Startup Atlas, byte for byte; it
 * knows nothing else of that, checks nothing, and sends no headers.
 */
@Path("/v1/startups")
@Produces(MediaType.APPLICATION_JSON)
public class Reference {

    private static final Pattern MARKS = Pattern.compile("[\\p{Mn}\\p{Me}\\p{Cf}]+");
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int DOCUMENT_SIZE = 1500;

    private final JsonFactory json = new JsonFactory();
    private final DataSource database;

    Reference(DataSource database) {
        this.database = database;
    }

    @GET
    @Path("{id}")
    public byte[] one(@PathParam("id") UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT document FROM startup WHERE id = ?")) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new NotFoundException();
                }
                return row.getBytes(1);
            }
        }
    }

    @GET
    public byte[] list(@Context UriInfo uri) throws SQLException, IOException {
        MultivaluedMap<String, String> parameters = uri.getQueryParameters();
        StringBuilder where = new StringBuilder();
        List<Object> values = new ArrayList<>();
        int limit = 25;
        boolean newestFirst = false;
        TreeMap<String, String> filters = new TreeMap<>();
        for (var parameter : parameters.entrySet()) {
            String name = parameter.getKey();
            String value = parameter.getValue().get(0);
            switch (name) {
                case "limit" -> limit = Integer.parseInt(value);
                case "sort" -> newestFirst = value.equals("-founded_year");
                default -> {
                    filters.put(name, value);
                    where.append(where.isEmpty() ? " WHERE " : " AND ");
                    filter(name, value, where, values);
                }
            }
        }
        String sql = "SELECT document, founded_year, id, (SELECT revision FROM log_head) FROM startup s" + where
                + (newestFirst ? " ORDER BY founded_year DESC NULLS LAST, id DESC" : " ORDER BY id")
                + " LIMIT ?";
        values.add(limit + 1);

        ByteArrayOutputStream bytes = new ByteArrayOutputStream(limit * DOCUMENT_SIZE);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                JsonGenerator out = json.createGenerator(bytes, JsonEncoding.UTF8)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                write(out, rows, limit, filters, newestFirst);
            }
        }
        return bytes.toByteArray();
    }

    private static void filter(String name, String value, StringBuilder where, List<Object> values) {
        switch (name) {
            case "country" -> anyOf("country", value, where, values);
            case "status" -> anyOf("status", value, where, values);
            case "founded_year" -> {
                where.append("founded_year = ?");
                values.add(Integer.valueOf(value));
            }
            case "founded_year__gte" -> {
                where.append("founded_year >= ?");
                values.add(Integer.valueOf(value));
            }
            case "founded_year__lte" -> {
                where.append("founded_year <= ?");
                values.add(Integer.valueOf(value));
            }
            case "city" -> {
                where.append("city_key = ?");
                values.add(key(value));
            }
            case "name__starts" -> {
                where.append("name_key >= ? AND name_key < ?");
                byte[] beyond = key(value);
                beyond[beyond.length - 1]++;
                values.add(key(value));
                values.add(beyond);
            }
            case "sectors" -> {
                where.append("sectors && ?");
                values.add(value.split(","));
            }
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static void anyOf(String column, String codes, StringBuilder where, List<Object> values) {
        String[] each = codes.split(",");
        where.append(column).append(each.length == 1 ? " = ?" : " IN (?" + ", ?".repeat(each.length - 1) + ")");
        values.addAll(Arrays.asList(each));
    }

    private static void write(
            JsonGenerator out, ResultSet rows, int limit, TreeMap<String, String> filters, boolean newestFirst)
            throws SQLException, IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("data");
        int count = 0;
        String cursor = null;
        long revision = 0;
        while (rows.next()) {
            count++;
            revision = rows.getLong(4);
            if (count <= limit) {
                out.writeRawValue(rows.getString(1));
            }
            if (count == limit) {
                cursor = cursor(filters, newestFirst, revision, rows.getObject(2, Integer.class), rows.getString(3));
            }
        }
        out.writeEndArray();
        out.writeObjectFieldStart("page");
        out.writeNumberField("limit", limit);
        out.writeBooleanField("has_more", count > limit);
        out.writeStringField("next_cursor", count > limit ? cursor : null);
        out.writeEndObject();
        out.writeObjectFieldStart("meta");
        out.writeNumberField("revision", revision);
        out.writeStringField("license", "CC-BY-4.0");
        out.writeEndObject();
        out.writeEndObject();
    }

    private static String cursor(
            TreeMap<String, String> filters, boolean newestFirst, long revision, Integer year, String id) {
        StringBuilder query = new StringBuilder("startups\n");
        filters.forEach((name, value) ->
                query.append('\n').append(name).append('=').append(value));
        query.append(newestFirst ? "\n-founded_year" : "");
        String text = "[\"" + fingerprint(query.toString()) + "\"," + revision
                + (newestFirst ? year == null ? ",null" : ",\"i" + year + "\"" : "") + ",\"u" + id + "\"]";
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String fingerprint(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return BASE64.encodeToString(Arrays.copyOf(hash, 9));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Without case and accents: as much of the product's folding as the benchmark's queries need. */
    private static byte[] key(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String folded = MARKS.matcher(plain)
                .replaceAll("")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ð", "d")
                .replace("ı", "i")
                .replace('’', '\'')
                .replace('‘', '\'')
                .replace('–', '-');
        return folded.strip().getBytes(StandardCharsets.UTF_8);
    }
}
