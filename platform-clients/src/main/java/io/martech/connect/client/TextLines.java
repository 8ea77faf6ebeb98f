package io.martech.connect.client;

import java.util.List;

/** The lines of a file, read as they are asked for: the file is never in memory as a whole. Used by one thread. */
public interface TextLines extends AutoCloseable {

    /**
     * The next lines, without their line ends ({@code \n} or {@code \r\n}); empty only at the end of the file. May be fewer than
     * asked for, if they are long. A download that breaks off is begun again and goes on after the last line that was given.
     *
     * @param most how many at most
     * @throws PlatformException if the file cannot be read; nothing was skipped. Its category is REJECT if the file is gone or its address
     *     has expired
     * @throws ClientClosedException if the client was closed meanwhile
     */
    List<String> next(int most);

    /** Ends the download. */
    @Override
    void close();
}
