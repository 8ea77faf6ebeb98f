package io.martech.connect.source.strategy;

import io.martech.connect.source.engine.Position;

/** What a resource's reading is about at the moment, as its position says. */
enum Phase {
    BACKFILL("backfill"),
    WINDOWS("windows");

    static final String KEY = "phase";

    private final String text;

    Phase(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    boolean isPhaseOf(Position position) {
        return text.equals(position.text(KEY));
    }
}
