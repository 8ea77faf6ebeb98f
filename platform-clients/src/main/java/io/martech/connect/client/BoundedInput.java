package io.martech.connect.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that is an error where it is longer than allowed. */
final class BoundedInput extends FilterInputStream {

    private final long most;
    private final String key;
    private long count;

    /**
     * @param most how many bytes there may be
     * @param key sets it, for messages
     */
    BoundedInput(InputStream in, long most, String key) {
        super(in);
        this.most = most;
        this.key = key;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int bytes = super.read(buffer, offset, length);
        count(Math.max(bytes, 0));
        return bytes;
    }

    private void count(int bytes) throws IOException {
        count += bytes;
        if (count > most) {
            throw new UnreadableFileException(
                    "sent a file of more than " + most + " bytes. If it may be that large, raise " + key);
        }
    }
}
