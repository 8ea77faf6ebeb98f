package io.martech.connect.sandbox.linkflow.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.sandbox.linkflow.Client;
import io.martech.connect.sandbox.linkflow.Sandbox;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContactBoundsTest {

    @RegisterExtension
    private final Sandbox sandbox = new Sandbox();

    /** Contacts updated at 08:00:00, 08:00:01 and 08:00:02 of the first, and at midnight of the second of January. */
    private final List<Long> ids = new ArrayList<>();

    @BeforeEach
    void insert() {
        sandbox.quirks.tokenLife.set(Duration.ofDays(2));
        sandbox.client.useToken(sandbox.platform.tokens().issue().text());
        for (int second = 0; second < 3; second++) {
            ids.add(sandbox.platform.contacts().insert());
            sandbox.clock.advance(Duration.ofSeconds(1));
        }
        sandbox.clock.advance(Duration.ofHours(16).minusSeconds(3));
        ids.add(sandbox.platform.contacts().insert());
    }

    @Test
    void aTimeOfDayCanCountWithEitherEndInOrOut() throws Exception {
        Map<ContactBounds, List<Long>> expected = Map.of(
                ContactBounds.SECONDS_INCLUSIVE, ids.subList(0, 3),
                ContactBounds.SECONDS_END_EXCLUSIVE, ids.subList(0, 2),
                ContactBounds.SECONDS_START_EXCLUSIVE, ids.subList(1, 3),
                ContactBounds.SECONDS_EXCLUSIVE, ids.subList(1, 2));
        for (Map.Entry<ContactBounds, List<Long>> each : expected.entrySet()) {
            sandbox.quirks.contactBounds.set(each.getKey());
            assertThat(between("2026-01-01 08:00:00", "2026-01-01 08:00:02"))
                    .as(each.getKey().name())
                    .isEqualTo(each.getValue());
        }
    }

    @Test
    void cutToMidnightAWindowWithinADayIsEmpty() throws Exception {
        sandbox.quirks.contactBounds.set(ContactBounds.CUT_TO_MIDNIGHT);
        assertThat(between("2026-01-01 08:00:00", "2026-01-01 08:00:02")).isEmpty();
        assertThat(between("2026-01-01 08:00:00", "2026-01-02 08:00:00")).isEqualTo(ids);
    }

    @Test
    void cutToWholeDaysAWindowWithinADayIsThatDay() throws Exception {
        sandbox.quirks.contactBounds.set(ContactBounds.CUT_TO_WHOLE_DAYS);
        assertThat(between("2026-01-01 12:00:00", "2026-01-01 12:00:01")).isEqualTo(ids.subList(0, 3));
    }

    @Test
    void aTimeOfDayCanBeRefused() throws Exception {
        for (ContactBounds bounds : List.of(ContactBounds.DATES_ONLY_MIDNIGHT, ContactBounds.DATES_ONLY_WHOLE_DAYS)) {
            sandbox.quirks.contactBounds.set(bounds);
            HttpResponse<String> refused = sandbox.client.get(query("2026-01-01 08:00:00", "2026-01-02"));
            assertThat(refused.statusCode()).isEqualTo(500);
            assertThat(Client.code(refused)).isEqualTo("B00010");
        }
        sandbox.quirks.contactBounds.set(ContactBounds.DATES_ONLY_MIDNIGHT);
        assertThat(between("2026-01-01", "2026-01-01")).isEmpty();
        assertThat(between("2026-01-01", "2026-01-02")).isEqualTo(ids);
        sandbox.quirks.contactBounds.set(ContactBounds.DATES_ONLY_WHOLE_DAYS);
        assertThat(between("2026-01-01", "2026-01-01")).isEqualTo(ids.subList(0, 3));
    }

    @Test
    void aDateAloneMeansItsMidnightWhereATimeOfDayCounts() throws Exception {
        assertThat(between("2026-01-01", "2026-01-02")).isEqualTo(ids);
        assertThat(between("2026-01-01", "2026-01-01")).isEmpty();
    }

    @Test
    void boundsCanBeIgnoredOrLeftOut() throws Exception {
        assertThat(Client.ids(sandbox.client.json("/open/contacts_bulk/ids?page=0&size=9")))
                .isEqualTo(ids);
        sandbox.quirks.contactBounds.set(ContactBounds.IGNORED);
        assertThat(between("2020-01-01", "2020-01-02")).isEqualTo(ids);
    }

    private List<Long> between(String from, String to) throws Exception {
        return Client.ids(sandbox.client.json(query(from, to)));
    }

    private static String query(String from, String to) {
        return "/open/contacts_bulk/ids?page=0&size=100&minUpdateTime=" + Client.encoded(from) + "&maxUpdateTime="
                + Client.encoded(to);
    }
}
