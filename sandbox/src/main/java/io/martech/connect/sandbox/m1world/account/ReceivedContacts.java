package io.martech.connect.sandbox.m1world.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A write of contacts that was applied, as the client sent it.
 *
 * @param number its place in the order of application, from 0
 * @param path {@code /contact/add}, {@code /contact/edit} or {@code /contact/delete}
 * @param opType 1, 2 or 3; null unless contacts were added
 * @param groupName null if the client sent none
 * @param contacts the list of contacts, rows or ids
 * @param fields the list of fields of an edit; null for others
 * @param receivedAt by the platform's clock
 */
public record ReceivedContacts(
        long number,
        String path,
        String opType,
        String groupName,
        JsonNode contacts,
        JsonNode fields,
        Instant receivedAt) {}
