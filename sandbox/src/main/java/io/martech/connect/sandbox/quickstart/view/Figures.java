package io.martech.connect.sandbox.quickstart.view;

/**
 * One line of the view.
 *
 * @param resource what is read or written
 * @param topic where the records are
 * @param records how many the topic has received
 * @param progress how far reading is; null for a sink
 * @param requests how many the platform has answered for it
 * @param delivered how many records the platform has taken; null for a source
 * @param rejected how many records went to the dead-letter topic; null for a source
 */
public record Figures(
        String resource,
        String topic,
        long records,
        ReadingProgress progress,
        long requests,
        Long delivered,
        Long rejected) {

    public static Figures ofSource(
            String resource, String topic, long records, ReadingProgress progress, long requests) {
        return new Figures(resource, topic, records, progress, requests, null, null);
    }

    public static Figures ofSink(
            String resource, String topic, long records, long requests, long delivered, long rejected) {
        return new Figures(resource, topic, records, null, requests, delivered, rejected);
    }

    /** How many records have come where they should: into the topic, or to the platform. */
    public long arrived() {
        return isOfSource() ? records : delivered + rejected;
    }

    boolean isOfSource() {
        return progress != null;
    }
}
