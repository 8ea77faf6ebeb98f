package io.martech.connect.source.reader.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.TextLines;
import io.martech.connect.source.chunk.Slice;
import java.time.LocalDateTime;
import java.util.List;

/** Files that a platform makes when it is asked to, in its own time. */
public interface ExportFeed {

    /** The resource's name, for messages. */
    String name();

    /** What is exported, each by a file of its own. */
    List<Slice> slices();

    /** Asks for a file. @return by what it is asked for from now on */
    String begin(Slice slice);

    /** How far the platform is with it, or that it does not know it any more. */
    Export look(String task);

    /**
     * Its file; nothing is sent before its lines are asked for. A file that is gone, or whose address has expired, is refused then.
     *
     * @param linesReadBefore how many of them are known
     */
    TextLines open(Export export, long linesReadBefore);

    /** A line as a row. @param startedAt when the export was asked for, in the platform's zone; null if that is not known */
    JsonNode row(Slice slice, String task, long line, String text, LocalDateTime startedAt);

    /**
     * An export at the platform.
     *
     * @param file where its file is, or null as long as nobody knows
     * @param said what the platform answered, for messages
     */
    record Export(State state, String file, String said) {

        /** Which of the platform's states is which may be a guess. */
        public enum State {
            RUNNING,
            FINISHED,
            FAILED,
            FORGOTTEN
        }
    }
}
