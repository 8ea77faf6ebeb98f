package io.martech.connect.sandbox.linkflow.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.linkflow.model.Identity;
import java.time.Instant;
import java.util.List;

/**
 * A message that was applied, as the client sent it.
 *
 * @param number its place in the order of application, from 0
 * @param path the endpoint that it came through
 * @param requestId null if the client sent none
 * @param messageId null if the client sent none
 * @param channelKey the channel of its request
 * @param channelType the channel type of its request, UDC if the client sent none
 * @param identities the person that its request speaks of
 * @param domain {@code contact}, {@code event}, {@code salesOrder}
 * @param action {@code set} or {@code track}
 * @param ts as it was sent
 * @param data as it was sent
 * @param contactId the contact that it was applied to
 * @param receivedAt by the platform's clock
 */
public record ReceivedMessage(
        long number,
        String path,
        String requestId,
        String messageId,
        String channelKey,
        String channelType,
        List<Identity> identities,
        String domain,
        String action,
        JsonNode ts,
        JsonNode data,
        long contactId,
        Instant receivedAt) {}
