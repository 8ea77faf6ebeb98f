package io.martech.connect.sandbox.quickstart.streams;

import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import java.util.List;

/** Linkflow's orders and contacts into topics. */
final class LinkflowRows implements Source {

    private static final int CHANGES_PER_CONTACT_UPDATE = 3;
    private static final int CHANGES_PER_NEW_ORDER = 20;
    private static final int CHANGES_PER_NEW_CONTACT = 60;

    private final SimulatedLinkflow linkflow;

    LinkflowRows(SimulatedLinkflow linkflow) {
        this.linkflow = linkflow;
    }

    @Override
    public String connectorFile() {
        return "linkflow-source.json";
    }

    @Override
    public SimulatedPlatform platform() {
        return linkflow;
    }

    @Override
    public List<SourceTable> tables() {
        return List.of(
                SourceTable.of(
                        "orders", "id", () -> linkflow.state().orders().byId().values()),
                SourceTable.of(
                        "contacts",
                        "id",
                        () -> linkflow.state().contacts().byId().values()));
    }

    @Override
    public void change(long number) {
        LinkflowPlatform platform = linkflow.state();
        if (number % CHANGES_PER_CONTACT_UPDATE == 0) {
            platform.contacts().updateRandom(1);
        } else {
            platform.orders().updateRandom(1);
        }
        if (number % CHANGES_PER_NEW_ORDER == 0) {
            platform.orders().insert();
        }
        if (number % CHANGES_PER_NEW_CONTACT == 0) {
            platform.contacts().insert();
        }
    }
}
