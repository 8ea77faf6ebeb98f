package io.martech.connect.source.engine;

import org.apache.kafka.connect.errors.ConnectException;

/**
 * What a position was read with: address, filters, start time. A position of another scope under the same name is
 * refused, since going on from it would skip rows in silence.
 */
public final class Scope {

    public static final String KEY = "scope";

    private Scope() {}

    /**
     * The position with the resource's scope written into it.
     *
     * @throws ConnectException if it was read with another scope
     */
    static Position bind(Resource resource, Position position) {
        return bind(resource.name(), resource.scope(), position);
    }

    /**
     * @throws ConnectException if it was read with another scope
     */
    public static Position bind(String resource, String scope, Position position) {
        check(resource, scope, position.text(KEY));
        return position.with(KEY, scope);
    }

    /**
     * @param stored the scope in the position, or null if it names none
     * @throws ConnectException if it is another one
     */
    public static void check(String resource, String configured, Object stored) {
        if (stored != null && !stored.equals(configured)) {
            throw new ConnectException("The stored offset of '" + resource + "' was read with " + stored
                    + ", but the configuration now says " + configured
                    + ". Going on from it would skip rows. Either restore the configuration, or stop the connector and"
                    + " reset the offsets of '" + resource
                    + "' (PUT /connectors/<name>/stop, then DELETE or PATCH /connectors/<name>/offsets), or give the"
                    + " connector another name.");
        }
    }
}
