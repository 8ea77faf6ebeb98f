package io.martech.connect.sandbox.quickstart.streams;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.comparison.WukongRecords;
import io.martech.connect.sandbox.wukong.WukongPlatform;
import java.util.ArrayList;
import java.util.List;

/** Wukong's leads and lists into topics. What changes is a lead of the open day: closed days are read again after hours. */
final class WukongRows implements Source {

    private static final int CHANGES_PER_NEW_LEAD = 20;
    private static final int CHANGES_PER_LEAD_UPDATE = 5;
    private static final int CHANGES_PER_NEW_LIST = 1_000;
    private static final int CHANGING_LEADS = 50;

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

    private List<JsonNode> leads() {
        List<JsonNode> leads = new ArrayList<>();
        wukong.state()
                .leadsById()
                .forEach((id, lead) ->
                        leads.add(WukongRecords.lead(lead, wukong.state().dayOf(id))));
        return leads;
    }

    private List<JsonNode> lists() {
        return wukong.state().listsById().values().stream()
                .map(WukongRecords::list)
                .toList();
    }
}
