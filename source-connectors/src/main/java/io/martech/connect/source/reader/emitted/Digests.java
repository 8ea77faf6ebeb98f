package io.martech.connect.source.reader.emitted;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash function of fingerprints. */
final class Digests {

    private Digests() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java runtime has SHA-256", e);
        }
    }
}
