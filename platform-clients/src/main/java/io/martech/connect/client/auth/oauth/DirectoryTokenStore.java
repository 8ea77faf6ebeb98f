package io.martech.connect.client.auth.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.Json;
import io.martech.connect.client.TimeSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores an account's tokens in a file of a directory ({@code token.store.path}), next to a lock file. */
public final class DirectoryTokenStore implements TokenStore {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryTokenStore.class);

    private final AccountName account;
    private final PrivateFile file;
    private final FileLockQueue queue;

    public DirectoryTokenStore(Path directory, AccountName account, TimeSource time) {
        this.account = account;
        this.file = new PrivateFile(directory.resolve(account.fileName() + ".json"));
        this.queue = new FileLockQueue(new PrivateFile(directory.resolve(account.fileName() + ".lock")), time);
    }

    @Override
    public Lock lock() throws InterruptedException, IOException {
        file.createDirectories();
        return queue.take();
    }

    @Override
    public StoredTokens read() throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(file.path());
        } catch (NoSuchFileException nothingYet) {
            return StoredTokens.NONE;
        }
        if (file.isReadableByOthers()) {
            LOG.warn("{} was readable by others than its owner; their permissions are removed", file.path());
            file.makePrivate();
        }
        return TokenFileFormat.read(parsed(content), account);
    }

    @Override
    public void write(StoredTokens tokens) throws IOException {
        file.createDirectories();
        file.replace(TokenFileFormat.write(tokens, account));
    }

    @Override
    public boolean isLasting() {
        return true;
    }

    @Override
    public String place() {
        return file.path().toString();
    }

    /** Jackson's message would quote the content that it could not parse. */
    private JsonNode parsed(byte[] content) throws IOException {
        try {
            return Json.read(content);
        } catch (JsonProcessingException notJson) {
            throw new IOException(TokenFileFormat.DAMAGED);
        }
    }

    /** The file format of an account's tokens: human-readable JSON. */
    private static final class TokenFileFormat {

        static final String DAMAGED =
                "the file is damaged or was not written by this program. Remove it and run bin/authorize" + " again";

        private static final String NOTE =
                "Tokens of one account, stored by Kafka Connect. Whoever can read this file can use the"
                        + " account. Rewritten at each refresh: do not edit or copy it, since each refresh invalidates"
                        + " the previous tokens.";

        private static final ObjectMapper PRETTY = new ObjectMapper();

        private TokenFileFormat() {}

        static byte[] write(StoredTokens tokens, AccountName account) {
            ObjectNode file = Json.object();
            file.put("note", NOTE);
            file.put("platform", account.platform());
            file.put("account", account.fingerprint());
            file.put("refresh_token", tokens.refreshToken());
            file.put("previous_refresh_token", tokens.previousRefreshToken());
            file.put("access_token", tokens.accessToken());
            file.put("issued", text(tokens.issued()));
            file.put("expires", text(tokens.expires()));
            if (tokens.intent() != null) {
                file.putObject("token_call_begun")
                        .put("with", tokens.intent().kind().parameter())
                        .put("at", text(tokens.intent().since()));
            }
            return pretty(file).getBytes(StandardCharsets.UTF_8);
        }

        /** @throws IOException if the file does not hold tokens of the account */
        static StoredTokens read(JsonNode file, AccountName account) throws IOException {
            if (!file.isObject() || !file.path("account").isTextual()) {
                throw new IOException(DAMAGED);
            }
            if (!account.fingerprint().equals(file.path("account").textValue())) {
                throw new IOException(
                        "the file holds the tokens of another account: it was copied or renamed. Remove it and run"
                                + " bin/authorize again");
            }
            try {
                return new StoredTokens(
                        file.path("refresh_token").textValue(),
                        file.path("previous_refresh_token").textValue(),
                        file.path("access_token").textValue(),
                        instant(file.path("issued")),
                        instant(file.path("expires")),
                        intent(file.path("token_call_begun")));
            } catch (DateTimeException | IllegalArgumentException damaged) {
                throw new IOException(DAMAGED, damaged);
            }
        }

        private static StoredTokens.Intent intent(JsonNode begun) {
            if (begun.isMissingNode() || begun.isNull()) {
                return null;
            }
            Grant.Kind kind = Grant.Kind.valueOf(begun.path("with").asText().toUpperCase(Locale.ROOT));
            return new StoredTokens.Intent(kind, Instant.parse(begun.path("at").asText()));
        }

        private static Instant instant(JsonNode text) {
            return text.isTextual() ? Instant.parse(text.textValue()) : null;
        }

        private static String text(Instant instant) {
            return instant == null ? null : instant.toString();
        }

        private static String pretty(ObjectNode file) {
            try {
                return PRETTY.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException("A JSON tree can always be written", impossible);
            }
        }
    }
}
