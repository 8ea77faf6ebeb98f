package io.martech.connect.source.engine;

import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Binds the offsets of a resource to the account of its rows: credentials may be replaced, and those of another account
 * at the same address would continue from offsets that do not apply to it. Not thread-safe.
 */
final class AccountBinding {

    static final String KEY = "account";

    private final String resource;
    private final String field;
    private String account;

    /**
     * @param field the field of a row that names its account; null if rows name none
     * @param start the cursor that reading starts from
     */
    AccountBinding(String resource, String field, Cursor start) {
        this.resource = resource;
        this.field = field;
        this.account = start.text(KEY);
    }

    /**
     * The chunk with the account in its cursors.
     *
     * @throws OtherAccountException if its rows belong to another account than those read before
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

    /** The cursor with the account, if it is known. */
    Cursor in(Cursor cursor) {
        // An empty cursor deletes an offset.
        return account == null || cursor.isStart() ? cursor : cursor.with(KEY, account);
    }

    /** Not retried, and not limited to one resource: credentials apply to the whole connector. */
    static final class OtherAccountException extends ConnectException {

        private static final long serialVersionUID = 1L;

        OtherAccountException(String message) {
            super(message);
        }
    }
}
