package io.martech.connect.source.reader.emitted;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.martech.connect.client.Json;
import io.martech.connect.schema.RowSchema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.kafka.connect.data.Field;

/**
 * Keys of rows, each a JSON object of only the fields that a record's key consists of; many of them as one short text.
 */
public final class RowKeys {

    private final List<String> fields;

    /** @param fields the fields that a record's key consists of */
    public RowKeys(List<String> fields) {
        this.fields = fields.stream().sorted().toList();
    }

    /**
     * The keys of a topic's rows.
     *
     * @param schema the topic's schema
     */
    public static RowKeys of(RowSchema schema) {
        return new RowKeys(schema.keySchema().fields().stream().map(Field::name).toList());
    }

    /** The key of a row, or null if the row lacks a part of it. */
    public String of(JsonNode row) {
        ObjectNode key = JsonNodeFactory.instance.objectNode();
        for (String field : fields) {
            if (!row.hasNonNull(field)) {
                return null;
            }
            key.set(field, row.get(field));
        }
        return CanonicalJson.of(key);
    }

    /**
     * A hash of the key, the same for a number and for its text.
     *
     * @param key a result of {@link #row}
     */
    public static long hashOf(JsonNode key) {
        StringBuilder parts = new StringBuilder();
        key.forEach(part -> parts.append(part.asText()).append('\0'));
        return hash(parts.toString());
    }

    /** Keys by their hashes. */
    static Map<Long, String> byHash(Collection<String> keys) {
        Map<Long, String> byHash = new HashMap<>();
        keys.forEach(key -> byHash.put(hashOf(row(key)), key));
        return byHash;
    }

    public static long hash(String text) {
        return Fingerprints.of(TextNode.valueOf(text));
    }

    /** The part of a row that its key consists of. */
    public static JsonNode row(String key) {
        try {
            return Json.read(key.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The keys of rows are not readable", e);
        }
    }

    /** The keys packed, or null if there are none. */
    static String pack(Collection<String> keys) {
        if (keys.isEmpty()) {
            return null;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(
                    keys.stream().sorted().collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    /**
     * @param packed a result of {@link #pack}; null for none
     * @throws RuntimeException if it is not such a text
     */
    public static Set<String> unpack(String packed) {
        if (packed == null) {
            return new TreeSet<>();
        }
        byte[] bytes = Base64.getDecoder().decode(packed);
        try (InflaterInputStream inflater = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            String text = new String(inflater.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
