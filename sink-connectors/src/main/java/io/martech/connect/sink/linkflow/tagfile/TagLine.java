package io.martech.connect.sink.linkflow.tagfile;

import io.martech.connect.sink.linkflow.identity.Identity;

/**
 * One line of a file of tag values.
 *
 * @param identity whose value
 * @param tagKey of which tag
 * @param value in the platform's form
 */
record TagLine(Identity identity, String tagKey, String value) {

    /** Without identity and value, which are personal data. */
    @Override
    public String toString() {
        return "TagLine[" + tagKey + "]";
    }
}
