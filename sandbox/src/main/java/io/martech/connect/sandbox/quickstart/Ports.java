package io.martech.connect.sandbox.quickstart;

/** Ports on 127.0.0.1; 0 is any free one. Platforms that are not named here take any free one. */
record Ports(int kafka, int connect, int linkflow) {

    /** Where people look for Kafka and Connect. */
    static final Ports USUAL = new Ports(9092, 8083, 7070);

    /** For runs that nobody looks into, so that they never stand in the way of anything. */
    static final Ports ANY = new Ports(0, 0, 0);
}
