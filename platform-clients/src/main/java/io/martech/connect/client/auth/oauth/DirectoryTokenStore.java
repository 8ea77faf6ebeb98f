package io.martech.connect.client.auth.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Json;
import io.martech.connect.client.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
}
