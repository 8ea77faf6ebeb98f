package io.martech.connect.sandbox.quickstart.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.wukong.WukongPlatform;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Wukong's leads and lists into topics. What changes is a lead of the open day: closed days are read again after hours. */
final class WukongRows implements Source {

    private static final int CHANGES_PER_NEW_LEAD = 20;
    private static final int CHANGES_PER_LEAD_UPDATE = 5;
    private static final int CHANGES_PER_NEW_LIST = 1_000;
    private static final int CHANGING_LEADS = 50;
    private static final String NONE = "0";
    private static final Map<String, String> SEVERAL_VALUES =
            Map.of("name", "names", "mobile", "mobiles", "email", "emails");
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter LOCAL_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final SimulatedWukong wukong;
    private final List<String> newLeads = new ArrayList<>();

    WukongRows(SimulatedWukong wukong) {
        this.wukong = wukong;
    }

    @Override
    public String connectorFile() {
        return "wukong-source.json";
    }

    @Override
    public SimulatedPlatform platform() {
        return wukong;
    }

    @Override
    public List<SourceTable> tables() {
        return List.of(SourceTable.of("leads", "c_id", this::leads), SourceTable.of("lists", "id", this::lists));
    }

    @Override
    public void change(long number) {
        WukongPlatform platform = wukong.state();
        if (number % CHANGES_PER_NEW_LEAD == 1) {
            newLeads.add(platform.insertLead());
        }
        if (newLeads.size() > CHANGING_LEADS) {
            newLeads.remove(0);
        }
        if (number % CHANGES_PER_LEAD_UPDATE == 0) {
            platform.updateLead(newLeads.get((int) (number % newLeads.size())));
        }
        if (number % CHANGES_PER_NEW_LIST == CHANGES_PER_NEW_LEAD) {
            platform.addList("78", "活动 " + number);
        }
    }

    /** With the lead's day, its values taken apart, and no user, since the file asks for all users at once. */
    private List<JsonNode> leads() {
        List<JsonNode> leads = new ArrayList<>();
        wukong.state().leadsById().forEach((id, lead) -> {
            ObjectNode expected = lead.deepCopy();
            SEVERAL_VALUES.forEach((joined, split) -> {
                expected.putArray(split);
                for (String value : lead.get(joined).textValue().split(",")) {
                    if (!value.isEmpty() && !value.equals(NONE)) {
                        expected.withArray(split).add(value);
                    }
                }
            });
            expected.put("create_at", wukong.state().dayOf(id).toString());
            expected.putArray("wk_uids");
            leads.add(expected);
        });
        return leads;
    }

    /** With the time of a list's creation in the form in which other platforms write times. */
    private List<JsonNode> lists() {
        List<JsonNode> lists = new ArrayList<>();
        wukong.state().listsById().forEach((id, list) -> {
            ObjectNode expected = list.deepCopy();
            Instant created =
                    Instant.ofEpochSecond(Long.parseLong(list.get("create_time").textValue()));
            expected.put("create_time", LOCAL_TIME.format(created.atOffset(ZONE)));
            lists.add(expected);
        });
        return lists;
    }
}
