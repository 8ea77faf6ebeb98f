package io.martech.connect.sandbox.quickstart.streams;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.comparison.YoumiRecords;
import io.martech.connect.sandbox.youmi.YoumiList;
import io.martech.connect.sandbox.youmi.YoumiPlatform;
import java.util.List;
import java.util.stream.Stream;

/** Youmi's lists into topics. What changes is a row of each list in turn; counters do not, for they are no news. */
final class YoumiRows implements Source {

    private static final YoumiList[] LISTS = YoumiList.values();
    private static final int CHANGES_PER_UPDATE = 3;
    private static final int CHANGES_PER_NEW_ROW = 50;

    private final SimulatedYoumi youmi;

    YoumiRows(SimulatedYoumi youmi) {
        this.youmi = youmi;
    }

    @Override
    public String connectorFile() {
        return "youmi-source.json";
    }

    @Override
    public SimulatedPlatform platform() {
        return youmi;
    }

    @Override
    public List<SourceTable> tables() {
        return Stream.of(LISTS)
                .map(list -> new SourceTable(list.text(), list.keys(), list.text(), () -> rows(list)))
                .toList();
    }

    @Override
    public void change(long number) {
        YoumiPlatform platform = youmi.state();
        YoumiList list = LISTS[(int) (number % LISTS.length)];
        if (number % CHANGES_PER_UPDATE == 0) {
            platform.updateRandom(list, 1);
        }
        if (number % CHANGES_PER_NEW_ROW == 0) {
            platform.insert(list);
        }
    }

    private List<JsonNode> rows(YoumiList list) {
        return youmi.state().rowsByKey(list).values().stream()
                .map(YoumiRecords::row)
                .toList();
    }
}
