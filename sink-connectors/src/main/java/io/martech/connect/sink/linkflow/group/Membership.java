package io.martech.connect.sink.linkflow.group;

import io.martech.connect.sink.linkflow.identity.Identity;

/**
 * A contact's membership of a group to add or remove.
 *
 * @param change the group, and whether the contact is removed
 * @param contactId the contact, or null if it must be looked up
 * @param person the identity to look up, or null
 */
public record Membership(Change change, Long contactId, Identity person) {

    /**
     * What memberships in one request have in common.
     *
     * @param group the group's name
     * @param isRemoval whether contacts are removed
     */
    record Change(String group, boolean isRemoval) {}
}
