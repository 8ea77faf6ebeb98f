package io.martech.connect.sandbox.quickstart.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.adapter.WukongAdapter;
import io.martech.connect.sandbox.comparison.Comparison;
import io.martech.connect.sandbox.comparison.DeliveryComparison;
import io.martech.connect.sandbox.comparison.TopicRecord;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.wukong.WukongPlatform;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Wukong with the leads of one month: its leads and lists into topics, and a topic of leads into its import. */
final class WukongStreams {
    private static final int LEADS = 600;
    private static final Duration HISTORY = Duration.ofDays(30);
    private static final String[][] LISTS = {{"77", "官网访客"}, {"77", "展会名片"}, {"78", "公众号"}};
    private static final int CHANGES_PER_NEW_LEAD = 20;
    private static final int CHANGES_PER_LEAD_UPDATE = 5;
    private static final int CHANGES_PER_NEW_LIST = 1_000;
    private static final int CHANGING_LEADS = 50;

    /** No two records share it, and it does not say who somebody is. */
    private static final String NAME = "name";

    private static final String MOBILE = "mobile";
    private static final String EMAIL = "email";
    private static final String WECHAT = "wechat";
    private static final int PEOPLE = 250;

    private final WukongAdapter wukong = WukongAdapter.start(Clock.systemUTC(), 1);
    private final WukongPlatform state = wukong.platform();
    private final List<String> newLeads = new ArrayList<>();
    private final Platform platform;

    WukongStreams() {
        state.conditions().latency(Duration.ofMillis(10));
        for (String[] list : LISTS) {
            state.addList(list[0], list[1], Instant.now().minus(HISTORY));
        }
        state.insertLeadHistory(LEADS, HISTORY);
        platform = new Platform(
                "Wukong",
                wukong,
                String.format(Locale.ROOT, "%,d leads, %d lists", LEADS, LISTS.length),
                // Five minutes, the model's value, is longer than anybody watches.
                Map.of("wukong.sink.uid", LISTS[0][0], "poll.interval.ms", "2000"));
    }

    Platform platform() {
        return platform;
    }

    /** What changes is a lead of the open day: closed days are read again after hours. */
    Source source() {
        return new Source("wukong-source.json", platform, wukong.tables(), this::change);
    }

    private void change(long number) {
        if (number % CHANGES_PER_NEW_LEAD == 1) {
            newLeads.add(state.insertLead());
        }
        if (newLeads.size() > CHANGING_LEADS) {
            newLeads.remove(0);
        }
        if (number % CHANGES_PER_LEAD_UPDATE == 0) {
            state.updateLead(newLeads.get((int) (number % newLeads.size())));
        }
        if (number % CHANGES_PER_NEW_LIST == CHANGES_PER_NEW_LEAD) {
            state.addList("78", "活动 " + number);
        }
    }

    /**
     * Each lead must arrive, in order per person. What is imported is not among the leads read. A lead needs any field, so one that
     * names nobody has none.
     */
    Sink sink() {
        return new Sink(
                "wukong-leads-sink.json",
                platform,
                "leads",
                "import",
                List.of(MOBILE, EMAIL, WECHAT, NAME),
                WukongStreams::lead,
                this::compare);
    }

    private static ObjectNode lead(int number) {
        int person = number % PEOPLE;
        return JsonText.object()
                .put(NAME, "访客 " + number)
                .put(MOBILE, String.format(Locale.ROOT, "188%08d", person))
                .put(EMAIL, "visitor" + person + "@example.com")
                .put(WECHAT, "wx_visitor_" + person);
    }

    private Comparison compare(String name, List<TopicRecord> records) {
        List<JsonNode> received = new ArrayList<>();
        state.importedLeads().forEach(lead -> {
            ObjectNode fields = JsonText.object();
            lead.fields().forEach(fields::put);
            received.add(fields);
        });
        return new DeliveryComparison(NAME, MOBILE).compare(name, records, received);
    }
}
