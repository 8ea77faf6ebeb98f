package io.martech.connect.integration.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.Patience;
import io.martech.connect.integration.cluster.TopicReader;
import java.time.Instant;
import java.util.List;

/**
 * All topics of one source.
 *
 * @param prefix of the topics' names
 */
public record SourceTopics(SourcePlatform platform, String prefix, TopicReader reader) {

    /** How many records the first resource's topic holds. */
    int size() {
        return reader.bytes(prefix + "." + first()).size();
    }

    /** How many rows of the first resource there are. */
    int rowsOnPlatform() {
        return platform.rows().get(0).rows().size();
    }

    /** How often the source has told of its reading of the first resource. */
    int progressRecords() {
        return ProgressTopic.read(reader, prefix, first()).records().size();
    }

    List<RowTopic> all() {
        return platform.rows().stream()
                .map(rows -> RowTopic.read(reader, prefix + "." + rows.resource()))
                .toList();
    }

    /** What differs between the platform and the fold of the topics; empty if nothing does. */
    List<String> differences() {
        return RowTopic.differences(reader, prefix, platform);
    }

    public void awaitEquality() {
        Patience.untilAsserted(() -> assertThat(differences()).isEmpty());
    }

    /** Waits until every resource was read completely at that time or later. */
    public void awaitReadUpTo(Instant time) {
        Patience.untilAsserted(() -> assertThat(platform.rows().stream().map(SourcePlatform.Rows::resource))
                .as("%s, %d rows read", prefix, size())
                .allMatch(
                        resource -> platform.isReadUpTo(time, ProgressTopic.read(reader, prefix, resource)),
                        "is read up to " + time));
    }

    private String first() {
        return platform.rows().get(0).resource();
    }
}
