package io.martech.connect.source.engine;

import io.martech.connect.source.chunk.Cursor;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * What a cursor was read with: address, filters, start time. A cursor of another scope under the same name is
 * refused, since going on from it would skip rows in silence.
 */
public final class Scope {

    public static final String KEY = "scope";

    private Scope() {}

    /**
     * The cursor with the resource's scope written into it.
     *
     * @throws ConnectException if it was read with another scope
     */
    static Cursor bind(Resource resource, Cursor cursor) {
        return bind(resource.name(), resource.scope(), cursor);
    }

    /**
     * @throws ConnectException if it was read with another scope
     */
    public static Cursor bind(String resource, String scope, Cursor cursor) {
        check(resource, scope, cursor.text(KEY));
        return cursor.with(KEY, scope);
    }

    /**
     * @param stored the scope in the cursor, or null if it names none
     * @throws ConnectException if it is another one
     */
    public static void check(String resource, String configured, Object stored) {
        if (stored != null && !stored.equals(configured)) {
            throw new ConnectException(
                    "The stored offset of '" + resource + "' was read with " + stored + ", but the configuration"
                            + " is now " + configured + ". Continuing from it would skip rows. Either restore the"
                            + " configuration, or stop the connector and reset the offsets of '" + resource + "' (PUT"
                            + " /connectors/<name>/stop, then DELETE or PATCH /connectors/<name>/offsets), or rename the"
                            + " connector.");
        }
    }
}
