package io.martech.connect.account;

/**
 * A key that neither the connector nor Connect reads.
 *
 * @param name the key
 * @param similarOrNull the most similar known key, or null if none is similar
 * @param isMisspelt whether it is so similar to a key of the connector that no other can be meant
 */
record UnknownKey(String name, String similarOrNull, boolean isMisspelt) {

    String message() {
        String fault = "'" + name + "' is no option of this connector and has no effect";
        return similarOrNull == null ? fault + "." : fault + "; did you mean '" + similarOrNull + "'?";
    }
}
