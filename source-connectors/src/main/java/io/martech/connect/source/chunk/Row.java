package io.martech.connect.source.chunk;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A row to be emitted.
 *
 * @param content the row as the platform sent it
 * @param readMode how it was read, for the record's header
 */
public record Row(JsonNode content, ReadMode readMode) {

    /** How a row was read. */
    public enum ReadMode {
        BACKFILL("backfill"),
        WINDOW("window"),
        LOOK_BACK("look-back"),
        PROBE("probe"),
        SCAN("scan"),
        RESYNC("resync"),
        LIST("list"),
        /** Only the fields of the row's key are known: the row was deleted. */
        DELETE("delete");

        private final String text;

        ReadMode(String text) {
            this.text = text;
        }

        /** The value of the header. */
        public String text() {
            return text;
        }
    }
}
