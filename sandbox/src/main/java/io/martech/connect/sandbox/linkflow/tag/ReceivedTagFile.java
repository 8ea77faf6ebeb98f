package io.martech.connect.sandbox.linkflow.tag;

/**
 * A file of tag values that was taken in.
 *
 * @param tagKey the tag that it is for
 * @param operate {@code append} or {@code overwrite}
 * @param contentType as it was sent
 * @param content as it was sent
 */
public record ReceivedTagFile(String tagKey, String operate, String fileName, String contentType, byte[] content) {}
