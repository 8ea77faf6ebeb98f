package io.martech.connect.sandbox.wukong;

import static io.martech.connect.sandbox.http.PlainClient.json;
import static io.martech.connect.sandbox.wukong.Sandbox.code;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.http.WireFault;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WukongLeadsTest {

    @RegisterExtension
    private final Sandbox sandbox = new Sandbox();

    private final WukongPlatform platform = sandbox.platform;

    @Test
    void aLeadIsShownAsDocumented() {
        String id = platform.insertLead(sandbox.visitors);
        platform.updateLead(id, List.of("Zhang A", "Zhang B"), List.of("13212341234"), List.of());
        JsonNode lead = sandbox.rows("/openv1/potential").get(0);
        assertThat(lead)
                .isEqualTo(JsonText.read("{\"c_id\":\"" + id
                                + "\",\"name\":\",Zhang A,Zhang B,\",\"mobile\":\",13212341234,\",\"email\":\"0\"}")
                        .orElseThrow());
        assertThat(platform.leadsById().get(id)).isEqualTo(lead);
    }

    @Test
    void aListIsShownAsDocumented() {
        assertThat(sandbox.rows("/openv1/lists").get(0))
                .isEqualTo(JsonText.read("{\"id\":\"" + sandbox.visitors
                                + "\",\"title\":\"官网访客\",\"uid\":\"77\",\"create_time\":\"1767225600\"}")
                        .orElseThrow());
        assertThat(sandbox.rows("/openv1/list", "wk_uid", "78")).hasSize(1);
        assertThat(sandbox.rows("/openv1/list", "create_at", "2026-1-1")).hasSize(2);
        assertThat(sandbox.rows("/openv1/list", "create_at", "2025-12-31")).isEmpty();
    }

    @Test
    void aDayBeginsAtMidnightOfThePlatformsZone() {
        String evening = platform.insertLeadAt(Instant.parse("2025-12-30T15:59:59Z"));
        String midnight = platform.insertLeadAt(Instant.parse("2025-12-30T16:00:00Z"));
        assertThat(sandbox.leads("create_at", "2025-12-30")).containsExactly(evening);
        assertThat(sandbox.leads("create_at", "2025-12-31")).containsExactly(midnight);
        assertThat(sandbox.leads("create_at", "2026-1-1")).isEmpty();
        assertThat(sandbox.leads("create_at", "2026-01-01")).isEmpty();
        assertThat(platform.dayOf(midnight)).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(code(sandbox.call("/openv1/potential", "create_at", "1.1.2026")))
                .isEqualTo("40035");
        assertThat(code(sandbox.call("/openv1/potential", "create_at", "2026-2-30")))
                .isEqualTo("40035");
    }

    @Test
    void whichEndsARangeIncludesCanBeChosen() {
        platform.insertLeadHistory(30, Duration.ofDays(3));
        String[] range = {"create_at_start", "2025-12-30", "create_at_end", "2025-12-31"};
        assertThat(daysOf(sandbox.leads(range))).containsExactly(LocalDate.of(2025, 12, 30));
        sandbox.quirks.startIncluded.set(true).endIncluded.set(true);
        assertThat(daysOf(sandbox.leads(range))).hasSize(2);
        sandbox.quirks.startIncluded.set(false).endIncluded.set(false);
        assertThat(sandbox.leads(range)).isEmpty();
    }

    @Test
    void anEditedLeadStaysOnItsDay() {
        List<String> ids = platform.insertLeadHistory(40, Duration.ofDays(20));
        sandbox.clock.advance(Duration.ofHours(1));
        String edited = platform.updateRandomLeads(1).get(0);
        LocalDate day = platform.dayOf(edited);
        assertThat(sandbox.leads("create_at", day.getYear() + "-" + day.getMonthValue() + "-" + day.getDayOfMonth()))
                .contains(edited);
        assertThat(sandbox.leads()).containsExactlyElementsOf(ids);

        JsonNode before = platform.leadsById().get(edited);
        platform.updateLead(edited);
        assertThat(platform.leadsById().get(edited)).isNotEqualTo(before);
        platform.deleteLead(edited);
        assertThat(sandbox.leads()).doesNotContain(edited).hasSize(39);
    }

    @Test
    void leadsAreFoundByUserAndByList() {
        String visitor = platform.insertLead(sandbox.visitors);
        String caller = platform.insertLead(sandbox.callers);
        String both = platform.insertLead(sandbox.visitors);
        platform.addLeadToList(both, sandbox.callers);
        assertThat(sandbox.leads("wk_uid", "77")).containsExactly(visitor, both);
        assertThat(sandbox.leads("list_id", sandbox.callers)).containsExactly(caller, both);
        assertThat(sandbox.leads("list_id", sandbox.visitors + "," + sandbox.callers))
                .containsExactly(visitor, caller, both);
        assertThat(platform.uidsOf(both)).containsExactly("77", "78");
        assertThat(platform.listIdsOf(both)).containsExactly(sandbox.visitors, sandbox.callers);

        sandbox.quirks.leadRepeatedForEachList.set(true);
        assertThat(sandbox.leads()).containsExactly(visitor, caller, both, both);
    }

    @Test
    void anUnknownFilterIsAnErrorOrFindsNothing() {
        platform.insertLead();
        assertThat(code(sandbox.call("/openv1/potential", "wk_uid", "1"))).isEqualTo("46004");
        assertThat(code(sandbox.call("/openv1/potential", "wk_uid", "77,78"))).isEqualTo("46004");
        sandbox.quirks.unknownFilterRefused.set(false);
        assertThat(sandbox.leads("wk_uid", "1")).isEmpty();
        sandbox.quirks.revisions.set(Set.of(WukongRevision.V1));
        assertThat(sandbox.leads("list_id", "1"))
                .as("the first revision knows no such filter")
                .hasSize(1);
    }

    @Test
    void aHugeAnswerMayBeCutOffInSilenceAndInAnyOrder() {
        List<String> ids = platform.insertLeads(150);
        sandbox.quirks.largestLeadAnswer.set(100);
        assertThat(sandbox.leads()).containsExactlyElementsOf(ids.subList(0, 100));
        sandbox.quirks.leadOrder.set(LeadOrder.NEWEST_FIRST);
        assertThat(sandbox.leads().get(0)).isEqualTo(ids.get(149));
        sandbox.quirks.leadOrder.set(LeadOrder.UNORDERED);
        assertThat(sandbox.leads()).hasSize(100).isNotEqualTo(sandbox.leads());
    }

    @Test
    void anErrorIsAnObjectWhereAnArrayIsDue() {
        platform.insertLead();
        sandbox.server.faults().outage(WukongFault.UNKNOWN_CODE, Traffic.READ);
        assertThat(code(sandbox.call("/openv1/potential"))).isEqualTo("99999");
        sandbox.server.faults().outage(WukongFault.EMPTY_OBJECT);
        assertThat(json(sandbox.call("/openv1/potential")).isObject()).isTrue();
        sandbox.server.faults().outage(WukongFault.SUCCESS_WITHOUT_ROWS);
        assertThat(code(sandbox.call("/openv1/list"))).isEqualTo("100");
        sandbox.server.faults().outage(WireFault.SERVICE_UNAVAILABLE);
        assertThat(sandbox.call("/openv1/list").statusCode()).isEqualTo(503);
        sandbox.server.faults().heal();
        assertThat(sandbox.leads()).hasSize(1);
        assertThat(sandbox.call("/openv1/list").headers().firstValue("Date")).hasValue("Thu, 01 Jan 2026 00:00:00 GMT");
    }

    @Test
    void theSameSeedTellsTheSameStory() {
        WukongPlatform other = new WukongPlatform(sandbox.clock, 7);
        other.addList("77", "官网访客");
        other.addList("78", "来电");
        other.insertLeads(20);
        platform.insertLeads(20);
        assertThat(platform.leadsById()).isEqualTo(other.leadsById());
        assertThat(platform.listsById()).isEqualTo(other.listsById());
    }

    private Set<LocalDate> daysOf(List<String> ids) {
        Set<LocalDate> days = new HashSet<>();
        ids.forEach(id -> days.add(platform.dayOf(id)));
        return days;
    }
}
