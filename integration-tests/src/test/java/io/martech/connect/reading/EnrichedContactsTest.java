package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.source.chunk.Row;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contacts with what the platform holds of them elsewhere, against the simulated Linkflow. */
class EnrichedContactsTest {

    @Test
    void everyContactCarriesWhatThePlatformTellsOfIt() {
        try (ReadingRig rig =
                new ReadingRig("contacts", 3).with("contacts.enrichment", "identities,tags,channel-identities")) {
            rig.platform.contacts().insertHistory(50, Duration.ofDays(1));
            rig.platform.tags().add("tag_level", "text");
            rig.platform.contacts().ids().forEach(id -> rig.platform.tags().set(id, "tag_level", "gold"));
            rig.readToRest();

            List<Row> rows =
                    rig.chunks.stream().flatMap(chunk -> chunk.rows().stream()).toList();
            assertThat(rows).hasSize(50).allSatisfy(row -> {
                long id = row.content().path("id").longValue();
                assertThat(row.content().path("identities"))
                        .hasToString(rig.platform.identitiesOf(id).toString());
                assertThat(row.content().path("tags"))
                        .hasToString(rig.platform.tagsOf(id).toString());
                assertThat(row.content().path("channelIdentities"))
                        .hasToString(rig.platform.channelIdentitiesOf(id).toString());
            });
        }
    }

    @Test
    void whoDoesNotAskForMorePaysForNothing() {
        try (ReadingRig rig = new ReadingRig("contacts", 3)) {
            rig.platform.contacts().insertHistory(50, Duration.ofDays(1));
            rig.readToRest();

            assertThat(rig.server.requests().all().keySet())
                    .allMatch(name -> name.equals("token") || name.matches("contacts\\.(cursor|ids|details)"));
        }
    }
}
