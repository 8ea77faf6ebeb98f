package io.martech.connect.source.engine;

import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Binds the offsets of a resource to the account of its rows: credentials may be replaced, and those of another account
 * at the same address would continue from offsets that do not apply to it. Not thread-safe.
 */
final class AccountBinding {

    private static final Logger log = LoggerFactory.getLogger(AccountBinding.class);

    static final String KEY = "account";

    /** Instead of an account, where rows of one account name several: the field does not tell whose they are. */
    private static final String SEVERAL = "several";

    private final String resource;
    private final String field;
    private String account;

    /** Whether rows have named it, and not only what is stored. */
    private boolean isShown;

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
        Set<String> shown = accountsOf(chunk);
        if (shown.isEmpty() || SEVERAL.equals(known)) {
            account = known;
        } else if (shown.size() > 1 || (isShown && !shown.contains(known))) {
            // Credentials stay as they are while a task runs.
            log.info(
                    "{}: rows of one account have several values of {}, so it does not name the account.",
                    resource,
                    field);
            account = SEVERAL;
        } else if (known != null && !shown.contains(known)) {
            throw new OtherAccountException(
                    "The stored offset of '" + resource + "' belongs to the account whose " + field
                            + " is " + known + ", but the platform now answers rows of " + field + " "
                            + shown.iterator().next()
                            + ". Going on from it would skip rows of that account. Either restore the credentials, or stop the connector"
                            + " and reset its offsets (PUT /connectors/<name>/stop, then DELETE /connectors/<name>/offsets), or give the"
                            + " connector another name.");
        } else {
            account = shown.iterator().next();
            isShown = true;
        }
        return account == null ? chunk : chunk.at(in(chunk.from()), in(chunk.next()));
    }

    private Set<String> accountsOf(Chunk chunk) {
        return chunk.rows().stream()
                .map(row -> row.content().path(field).asText(""))
                .filter(text -> !text.isBlank())
                .collect(Collectors.toSet());
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
