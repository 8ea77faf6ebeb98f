package io.martech.connect.sandbox.wukong;

import java.time.Instant;
import java.util.Map;

/**
 * A lead that a client has put into the platform.
 *
 * @param number its place in the order of arrival, from 0
 * @param path the endpoint that it came through
 * @param request counts the requests that imported something, from 0; the leads of one batch share it
 * @param wkUid the user it was imported for
 * @param fields as they were sent, except for the token and {@code wk_uid}, by name
 * @param receivedAt by the platform's clock
 */
public record ImportedLead(
        long number, String path, long request, String wkUid, Map<String, String> fields, Instant receivedAt) {}
