package io.martech.connect.sandbox.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * Avro in Confluent's wire format: a zero, the number of the schema in the registry, the value. It shares no code with the
 * converters on the worker.
 */
public final class AvroFormat implements RecordFormat {

    private static final int HEADER = 1 + Integer.BYTES;

    private final SchemaRegistry registry;
    private final Map<Integer, Schema> byId = new ConcurrentHashMap<>();
    private final Map<String, Registered> bySubject = new ConcurrentHashMap<>();

    public AvroFormat(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** A subject's first value says what its fields are; all of them may be null. */
    @Override
    public byte[] write(String subject, JsonNode value) {
        Registered registered = bySubject.computeIfAbsent(subject, name -> {
            Schema schema = AvroJson.schemaFor(value);
            return new Registered(registry.register(name, schema.toString()), schema);
        });
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                ByteBuffer.allocate(HEADER).put((byte) 0).putInt(registered.id).array());
        try {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new GenericDatumWriter<>(registered.schema).write(AvroJson.fromJson(registered.schema, value), encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Times are milliseconds since 1970, days are days since 1970, decimals are numbers. */
    @Override
    public JsonNode read(byte[] bytes) {
        if (bytes == null) {
            return NullNode.getInstance();
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        if (header.get() != 0) {
            throw new IllegalArgumentException("This is not in Confluent's wire format: it begins with " + bytes[0]);
        }
        Schema schema = byId.computeIfAbsent(header.getInt(), id -> new Schema.Parser().parse(registry.schema(id)));
        try {
            return AvroJson.toJson(
                    schema,
                    new GenericDatumReader<>(schema)
                            .read(
                                    null,
                                    DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Registered(int id, Schema schema) {}
}
