package io.martech.connect.source.engine;

import io.martech.connect.source.chunk.Cursor;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * The settings that a cursor depends on: address, filters, start time, and the account where the configuration names it. A cursor of
 * another scope is rejected, since continuing from it would silently skip rows.
 */
public final class Scope {

    public static final String KEY = "scope";

    /** Stands before the account, which is the end of a scope. */
    private static final String ACCOUNT = "; ";

    private Scope() {}

    /**
     * A scope with the account that its rows belong to, which is part of the configuration and no secret.
     *
     * @param scope everything else
     * @param key the configuration key that names the account
     */
    public static String ofAccount(String scope, String key, String account) {
        return scope + ACCOUNT + key + "=" + account;
    }

    /** Whether a cursor was read with this scope, or before cursors named their account. */
    static boolean isOf(String configured, Object stored) {
        int account = configured.lastIndexOf(ACCOUNT);
        return configured.equals(stored)
                || (account >= 0 && configured.substring(0, account).equals(stored));
    }

    /**
     * The cursor with the resource's scope added.
     *
     * @throws ConnectException if it has another scope
     */
    static Cursor bind(Resource resource, Cursor cursor) {
        return bind(resource.name(), resource.scope(), cursor);
    }

    /** @throws ConnectException if it has another scope */
    public static Cursor bind(String resource, String scope, Cursor cursor) {
        check(resource, scope, cursor.text(KEY));
        return cursor.with(KEY, scope);
    }

    /**
     * @param stored the scope in the cursor, or null if there is none
     * @throws ConnectException if it is another scope
     */
    public static void check(String resource, String configured, Object stored) {
        if (stored != null && !isOf(configured, stored)) {
            throw new ConnectException(
                    "The stored offset of '" + resource + "' was read with " + stored + ", but the configuration"
                            + " is now " + configured + ". Continuing from it would skip rows. Either restore the"
                            + " configuration, or stop the connector and reset the offsets of '" + resource + "' (PUT"
                            + " /connectors/<name>/stop, then DELETE or PATCH /connectors/<name>/offsets), or rename the"
                            + " connector.");
        }
    }
}
