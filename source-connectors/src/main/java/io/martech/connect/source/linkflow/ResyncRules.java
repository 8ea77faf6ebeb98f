package io.martech.connect.source.linkflow;

import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.SourceKeys;
import io.martech.connect.options.StartTime;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a resync needs of other keys. */
final class ResyncRules {

    private ResyncRules() {}

    static Stream<ConfigRule> all() {
        return Stream.of(
                theCursorShowsTheContacts(LinkflowSourceConfig.RESYNC_INTERVAL_MS, ResyncRules::hasInterval),
                theCursorShowsTheContacts(LinkflowSourceConfig.RESYNC_REQUEST, ResyncRules::hasRequest),
                endsAfterItBegins());
    }

    /** It is not documented whether the cursor shows anonymous contacts. */
    private static ConfigRule theCursorShowsTheContacts(String key, Predicate<ConfigRule.Values> isOn) {
        return new ConfigRule(key, values -> {
            boolean readsContacts = values.list(SourceKeys.RESOURCES).contains(LinkflowResources.CONTACTS);
            boolean areShown = ContactKind.of(values.text(LinkflowSourceConfig.CONTACTS_ANONYMOUS))
                    .isShownByCursor();
            return isOn.test(values) && readsContacts && !areShown
                    ? Optional.of("A resync reads contacts by the platform's cursor, which is not documented to show"
                            + " anonymous contacts. Set " + LinkflowSourceConfig.CONTACTS_ANONYMOUS
                            + " to named, or read contacts with a connector of their own without resync.")
                    : Optional.empty();
        });
    }

    private static ConfigRule endsAfterItBegins() {
        return new ConfigRule(LinkflowSourceConfig.RESYNC_TO, values -> {
            LocalDateTime from = timeOrNull(values, LinkflowSourceConfig.RESYNC_FROM);
            LocalDateTime to = timeOrNull(values, LinkflowSourceConfig.RESYNC_TO);
            return from != null && to != null && !from.isBefore(to)
                    ? Optional.of("It must be later than " + LinkflowSourceConfig.RESYNC_FROM + ".")
                    : Optional.empty();
        });
    }

    private static LocalDateTime timeOrNull(ConfigRule.Values values, String key) {
        return StartTime.parse(values.text(key)).orElse(null);
    }

    private static boolean hasInterval(ConfigRule.Values values) {
        return values.number(LinkflowSourceConfig.RESYNC_INTERVAL_MS) > 0;
    }

    private static boolean hasRequest(ConfigRule.Values values) {
        return values.isSet(LinkflowSourceConfig.RESYNC_REQUEST);
    }
}
