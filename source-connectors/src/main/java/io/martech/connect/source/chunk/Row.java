package io.martech.connect.source.chunk;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A row of a platform that goes to Kafka.
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
        /** Of the row only the fields of its key are known: it is deleted. */
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
