package io.martech.connect.source.linkflow;

import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.SourceKeys;
import java.util.Optional;

/** What a rescan needs of other keys. */
final class RescanRules {

    private RescanRules() {}

    /** What is known is stored by progress records. */
    static ConfigRule progressIsEnabled() {
        return new ConfigRule(
                LinkflowSourceConfig.RESCAN_INTERVAL_MS,
                values -> areOn(values) && !values.isOn(SourceKeys.PROGRESS_ENABLED)
                        ? Optional.of("It needs " + SourceKeys.PROGRESS_ENABLED
                                + ": what a rescan compares with is stored together with progress records.")
                        : Optional.empty());
    }

    /** Nobody documents whether the cursor shows anonymous contacts. */
    static ConfigRule theCursorShowsTheContacts() {
        return new ConfigRule(LinkflowSourceConfig.RESCAN_INTERVAL_MS, values -> {
            boolean readsContacts = values.list(SourceKeys.RESOURCES).contains(LinkflowResources.CONTACTS);
            boolean areShown = ContactKind.of(values.text(LinkflowSourceConfig.CONTACTS_ANONYMOUS))
                    .isShownByCursor();
            return areOn(values) && readsContacts && !areShown
                    ? Optional.of(
                            "It reads contacts by the platform's cursor, and whether that returns anonymous contacts is"
                                    + " undocumented. Set " + LinkflowSourceConfig.CONTACTS_ANONYMOUS
                                    + " to named, or read"
                                    + " contacts with a separate connector without it.")
                    : Optional.empty();
        });
    }

    private static boolean areOn(ConfigRule.Values values) {
        return values.number(LinkflowSourceConfig.RESCAN_INTERVAL_MS) > 0;
    }
}
