package io.martech.connect.source.engine;

import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Binds what is stored of a resource to the account that its rows belong to: credentials rotate, and those of another account at the
 * same address would go on at offsets that are not theirs. Used by one thread.
 */
final class AccountBinding {

    static final String KEY = "account";

    private final String resource;
    private final String field;
    private String account;

    /**
     * @param field the field of a row that names its account; null if rows name none
     * @param start where reading begins
     */
    AccountBinding(String resource, String field, Cursor start) {
        this.resource = resource;
        this.field = field;
        this.account = start.text(KEY);
    }

    /**
     * The chunk with its account in its cursors.
     *
     * @throws OtherAccountException if its rows belong to another account than what was read before
     */
    Chunk bound(Chunk chunk) {
        if (field == null) {
            return chunk;
        }
        String known = account == null ? chunk.from().text(KEY) : account;
        String shown = chunk.rows().stream()
                .map(row -> row.content().path(field).asText(""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(known);
        if (known != null && !known.equals(shown)) {
            throw new OtherAccountException(
                    "The stored offset of '" + resource + "' belongs to the account whose " + field
                            + " is " + known + ", but the platform now answers rows of " + field + " " + shown
                            + ". Going on from it would skip rows of that account. Either restore the credentials, or stop the connector"
                            + " and reset its offsets (PUT /connectors/<name>/stop, then DELETE /connectors/<name>/offsets), or give the"
                            + " connector another name.");
        }
        account = shown;
        return account == null ? chunk : chunk.at(in(chunk.from()), in(chunk.next()));
    }

    /** The cursor with what is known of its account. */
    Cursor in(Cursor cursor) {
        // An empty one takes an offset away.
        return account == null || cursor.isStart() ? cursor : cursor.with(KEY, account);
    }

    /** Not to be retried, and not for one resource alone: credentials are those of the whole connector. */
    static final class OtherAccountException extends ConnectException {

        private static final long serialVersionUID = 1L;

        OtherAccountException(String message) {
            super(message);
        }
    }
}
