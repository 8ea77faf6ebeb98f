package io.martech.connect.sandbox.linkflow.tag;

import io.martech.connect.sandbox.linkflow.model.Identity;
import java.time.Instant;

/**
 * An action on a tag value that was accepted.
 *
 * @param number its place in the order of application, from 0
 * @param request counts the requests that were accepted, from 0; the actions of one request share it
 * @param identity the person that its request speaks of
 * @param contactId the contact that it was applied to
 * @param tagId as it was sent
 * @param tagKey null if there is no such tag
 * @param action {@code set} or {@code delete}
 * @param value null for {@code delete}
 * @param isIgnored whether it had no effect, since the tag is not of type UPLOAD or does not exist; it is not reported to the client
 * @param receivedAt by the platform's clock
 */
public record ReceivedTagAction(
        long number,
        long request,
        Identity identity,
        long contactId,
        long tagId,
        String tagKey,
        String action,
        String value,
        boolean isIgnored,
        Instant receivedAt) {}
