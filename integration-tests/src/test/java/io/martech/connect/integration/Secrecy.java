package io.martech.connect.integration;

import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers every simulated platform of this run, so that the last test can look for its secrets and its people everywhere. */
final class Secrecy {

    private static final Secrecy OF_THIS_RUN = new Secrecy();

    private final List<LinkflowPlatform> platforms = new CopyOnWriteArrayList<>();

    private Secrecy() {}

    static Secrecy ofThisRun() {
        return OF_THIS_RUN;
    }

    void watch(LinkflowPlatform platform) {
        platforms.add(platform);
    }

    List<LinkflowPlatform> platforms() {
        return platforms;
    }
}
