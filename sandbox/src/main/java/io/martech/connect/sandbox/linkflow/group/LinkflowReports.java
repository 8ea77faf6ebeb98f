package io.martech.connect.sandbox.linkflow.group;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.JsonText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Reports, computed when they are asked for, and dashboards that show them. Thread-safe. */
public final class LinkflowReports {

    private static final int COMPUTED = 1;

    private final NavigableMap<Long, Long> totals = new TreeMap<>();
    private final Map<Long, Integer> asksUntilComputed = new HashMap<>();
    private final NavigableMap<Long, JsonNode> dashboards = new TreeMap<>();
    private long nextReport = 404;
    private long nextDashboard = 1;
    private int patience;

    /** How often a report has to be asked for after a change until it is computed: 0, unless set, for at once. */
    public synchronized void asksUntilComputed(int asks) {
        patience = asks;
    }

    /** Adds a report. @return its id */
    public synchronized long add() {
        totals.put(nextReport, 0L);
        asksUntilComputed.put(nextReport, patience);
        return nextReport++;
    }

    /** What a report counts has changed. */
    public synchronized void change(long id) {
        totals.merge(id, 1L, Long::sum);
        asksUntilComputed.put(id, patience);
    }

    /** Adds a dashboard. @return its id */
    public synchronized long addDashboard(String name, List<Long> reports) {
        ObjectNode dashboard = JsonText.object();
        dashboard.put("kanBanName", name);
        var shown = dashboard.putArray("reports");
        reports.forEach(report -> shown.addObject().put("id", report).put("reportName", "报表 " + report));
        dashboards.put(nextDashboard, dashboard);
        return nextDashboard++;
    }

    /** Renames a dashboard. */
    public synchronized void renameDashboard(long id, String name) {
        ObjectNode renamed = dashboards.get(id).deepCopy();
        dashboards.put(id, renamed.put("kanBanName", name));
    }

    /** Every report as it is answered once it is computed, by id. */
    public synchronized NavigableMap<Long, JsonNode> byId() {
        NavigableMap<Long, JsonNode> rows = new TreeMap<>();
        totals.forEach((id, total) -> rows.put(id, render(id, COMPUTED)));
        return rows;
    }

    /** Every dashboard, by id. */
    public synchronized NavigableMap<Long, JsonNode> dashboards() {
        return new TreeMap<>(dashboards);
    }

    public synchronized Optional<JsonNode> ask(long id) {
        if (!totals.containsKey(id)) {
            return Optional.empty();
        }
        int left = asksUntilComputed.merge(id, -1, Integer::sum);
        return Optional.of(render(id, left < 0 ? COMPUTED : 0));
    }

    private JsonNode render(long id, int status) {
        ObjectNode report = JsonText.object();
        report.put("status", status);
        report.put("reportName", "报表 " + id);
        report.put("chartType", "NUMBER");
        report.putObject("chart").put("type", "NUMBER").put("display", "数字");
        report.putArray("measures").add("任意事件的总次数");
        report.putArray("dimensions");
        if (status == COMPUTED) {
            report.putArray("result")
                    .addObject()
                    .putArray("dimRsList")
                    .addObject()
                    .putArray("summary")
                    .add(String.valueOf(totals.get(id)));
        }
        return report;
    }
}
