package io.martech.connect.account;

/**
 * A key that neither the connector nor Connect reads.
 *
 * @param name the key
 * @param similarOrNull the known key that is most like it, or null if none is
 * @param isMisspelt whether it is so like a key of the connector that nothing else can be meant
 */
record UnknownKey(String name, String similarOrNull, boolean isMisspelt) {

    String message() {
        String fault = "'" + name + "' is no option of this connector and has no effect";
        return similarOrNull == null ? fault + "." : fault + "; did you mean '" + similarOrNull + "'?";
    }
}
