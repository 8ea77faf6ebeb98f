package io.martech.connect.sink.linkflow.tagfile;

import io.martech.connect.sink.linkflow.identity.Identity;

/**
 * One line of a file of tag values.
 *
 * @param identity the contact's identity
 * @param tagKey the tag's key
 * @param value the value in the platform's format
 */
record TagLine(Identity identity, String tagKey, String value) {

    /** Without identity and value, which are personal data. */
    @Override
    public String toString() {
        return "TagLine[" + tagKey + "]";
    }
}
