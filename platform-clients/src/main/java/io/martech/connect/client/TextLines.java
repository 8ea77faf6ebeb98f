package io.martech.connect.client;

import java.util.List;

/** The lines of a file, downloaded as they are read: the file is never held in memory as a whole. Not thread-safe. */
public interface TextLines extends AutoCloseable {

    /**
     * Returns the next lines without their line terminators ({@code \n} or {@code \r\n}); empty only at the end of the
     * file. Returns fewer lines than requested if they are long. An interrupted download is restarted and resumes after
     * the last line returned.
     *
     * @param most the maximum number of lines
     * @throws PlatformException if the file cannot be read; no line was skipped. Its category is REJECT if the file no
     *     longer exists or its address has expired
     * @throws ClientClosedException if the client was closed during the call
     */
    List<String> next(int most);

    /** Ends the download. */
    @Override
    void close();
}
