package io.martech.connect.sink.linkflow.message;

import io.martech.connect.sink.linkflow.identity.Identity;
import java.util.List;

/**
 * Everything that a request says once for all its messages: one person, one channel, one endpoint.
 *
 * @param path where the request goes
 * @param ofOrders whether it carries orders: the document never shows them among contacts and events
 * @param identities the person's identities, in order
 */
public record MessageAddressee(
        String path, boolean ofOrders, String channelKey, String channelType, List<Identity> identities) {}
