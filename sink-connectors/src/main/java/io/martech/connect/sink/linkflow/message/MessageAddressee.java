package io.martech.connect.sink.linkflow.message;

import io.martech.connect.sink.linkflow.identity.Identity;
import java.util.List;

/**
 * What all messages of a request share: one contact, one channel, one endpoint.
 *
 * @param path the path of the request
 * @param ofOrders whether it holds orders, which the document never combines with contacts and events
 * @param identities the contact's identities, in order
 */
public record MessageAddressee(
        String path, boolean ofOrders, String channelKey, String channelType, List<Identity> identities) {}
