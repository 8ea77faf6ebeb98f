package io.martech.connect.source.reader.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.TextLines;
import io.martech.connect.source.chunk.Slice;
import java.time.LocalDateTime;
import java.util.List;

/** Files that a platform generates asynchronously on request. */
public interface ExportFeed {

    /** The resource's name, for messages. */
    String name();

    /** What is exported, each in a file of its own. */
    List<Slice> slices();

    /**
     * Requests a file.
     *
     * @return the id of the export
     */
    String begin(Slice slice);

    /** The state of the export, or that it no longer exists. */
    Export status(String task);

    /**
     * The file of the export; nothing is sent before its lines are read. Reading is rejected if the file no longer
     * exists, or its address has expired.
     *
     * @param linesReadBefore how many of its lines have been read
     */
    TextLines open(Export export, long linesReadBefore);

    /**
     * A line as a row.
     *
     * @param startedAt when the export was requested, in the platform's zone; null if unknown
     */
    JsonNode row(Slice slice, String task, long line, String text, LocalDateTime startedAt);

    /**
     * An export of the platform.
     *
     * @param file the address of its file, or null if not yet known
     * @param said what the platform answered, for messages
     */
    record Export(State state, String file, String said) {

        /** The mapping from the platform's states may be a guess. */
        public enum State {
            RUNNING,
            FINISHED,
            FAILED,
            FORGOTTEN
        }
    }
}
