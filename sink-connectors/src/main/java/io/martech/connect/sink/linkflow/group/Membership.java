package io.martech.connect.sink.linkflow.group;

import io.martech.connect.sink.linkflow.identity.Identity;

/**
 * That a contact is in a group, or no longer.
 *
 * @param change which group, and whether it is left
 * @param contactId the contact, or null if it must be looked up
 * @param person by whom the contact is looked up, or null
 */
public record Membership(Change change, Long contactId, Identity person) {

    /**
     * What memberships of one request have in common.
     *
     * @param group the group's name
     * @param isRemoval whether contacts leave it
     */
    record Change(String group, boolean isRemoval) {}
}
