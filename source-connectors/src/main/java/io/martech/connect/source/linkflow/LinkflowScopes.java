package io.martech.connect.source.linkflow;

import io.martech.connect.options.LinkflowAccountKeys;
import io.martech.connect.options.SourceKeys;

/** What a cursor is only good for: the address, the zone of its times, the filters, where reading began. */
final class LinkflowScopes {

    private LinkflowScopes() {}

    /** In the words of the configuration, so that the user sees what differs. */
    static String of(LinkflowSourceConfig config, String resource) {
        StringBuilder scope = new StringBuilder();
        add(scope, LinkflowAccountKeys.URL, config.url());
        if (LinkflowListResources.NAMES.contains(resource)) {
            // A list has no beginning, and what is remembered of it is what was emitted, whatever was asked for.
            return scope.toString();
        }
        add(scope, LinkflowAccountKeys.TIME_ZONE, config.zone().getId());
        add(scope, SourceKeys.START_TIME, config.getString(SourceKeys.START_TIME));
        if (LinkflowResources.CONTACTS.equals(resource)) {
            add(
                    scope,
                    LinkflowSourceConfig.CONTACTS_ANONYMOUS,
                    config.getString(LinkflowSourceConfig.CONTACTS_ANONYMOUS));
        }
        return scope.toString();
    }

    private static void add(StringBuilder scope, String key, String value) {
        scope.append(scope.isEmpty() ? "" : ", ").append(key).append('=').append(value);
    }
}
