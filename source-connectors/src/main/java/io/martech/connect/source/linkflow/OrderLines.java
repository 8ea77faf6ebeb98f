package io.martech.connect.source.linkflow;

/** Where the lines of an order are emitted ({@code order.lines}). */
enum OrderLines {
    NESTED,
    TOPIC,
    BOTH;

    boolean areNested() {
        return this != TOPIC;
    }

    boolean haveTheirOwnTopic() {
        return this != NESTED;
    }
}
