package io.martech.connect.sandbox.linkflow.model;

/** A well-spread number out of several, always the same one for the same several. */
public final class Hash {

    private Hash() {}

    public static long of(long... parts) {
        long hash = 0x9E3779B97F4A7C15L;
        for (long part : parts) {
            hash = (hash ^ part) * 0xBF58476D1CE4E5B9L;
            hash = (hash ^ (hash >>> 30)) * 0x94D049BB133111EBL;
            hash ^= hash >>> 31;
        }
        return hash;
    }
}
