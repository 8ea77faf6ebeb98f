package io.martech.connect.integration.sinks;

import java.util.function.Supplier;

/** The sinks that are shipped, each with a platform to write into. A new sink adds its line. */
public enum EverySink {
    LINKFLOW_MESSAGES(LinkflowMessagesDestination::new),
    LINKFLOW_DIMENSIONS(LinkflowDimensionsDestination::new),
    LINKFLOW_GROUP_MEMBERS(LinkflowGroupMembersDestination::new),
    LINKFLOW_TAG_VALUES(LinkflowTagValuesDestination::byPerson),
    LINKFLOW_TAG_FILES(LinkflowTagValuesDestination::inFiles),
    M1WORLD_CONTACTS(M1worldContactsDestination::withKey),
    WUKONG_LEADS(WukongLeadsDestination::new);

    private final Supplier<SinkDestination> destination;

    EverySink(Supplier<SinkDestination> destination) {
        this.destination = destination;
    }

    /** Starts the platform that it writes into. */
    public SinkDestination start() {
        return destination.get();
    }
}
