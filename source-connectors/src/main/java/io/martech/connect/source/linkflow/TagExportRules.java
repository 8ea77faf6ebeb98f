package io.martech.connect.source.linkflow;

import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.SourceKeys;
import java.util.Optional;
import java.util.stream.Stream;

/** What an export of tag values needs, if it is chosen. */
final class TagExportRules {

    private static final String EXTERNAL_ID = "externalId";

    private TagExportRules() {}

    static Stream<ConfigRule> all() {
        return Stream.of(identityTypeIsGiven(), channelIsGiven(), progressIsEnabled(), noStatusMeansBoth());
    }

    private static ConfigRule identityTypeIsGiven() {
        return new ConfigRule(
                TagExportKeys.IDENTITY_TYPE,
                values -> areChosen(values) && !values.isSet(TagExportKeys.IDENTITY_TYPE)
                        ? Optional.of(
                                "The platform requires it for exports of tag values: set it to the identity type by which"
                                        + " the file identifies people, such as mobilePhone.")
                        : Optional.empty());
    }

    private static ConfigRule channelIsGiven() {
        return new ConfigRule(
                TagExportKeys.CHANNEL_ID,
                values -> areChosen(values)
                                && EXTERNAL_ID.equals(values.text(TagExportKeys.IDENTITY_TYPE))
                                && !values.isSet(TagExportKeys.CHANNEL_ID)
                        ? Optional.of("An externalId belongs to a channel: set the channel's numeric id.")
                        : Optional.empty());
    }

    /** Without it the cursor of a chunk without rows is not stored. */
    private static ConfigRule progressIsEnabled() {
        return new ConfigRule(
                SourceKeys.PROGRESS_ENABLED,
                values -> areChosen(values) && !values.isOn(SourceKeys.PROGRESS_ENABLED)
                        ? Optional.of(TagExportsFeed.NAME
                                + " needs it: the pending export is stored together with progress" + " records.")
                        : Optional.empty());
    }

    private static ConfigRule noStatusMeansBoth() {
        return new ConfigRule(
                TagExportKeys.FAILED_STATUSES,
                values -> values.list(TagExportKeys.FAILED_STATUSES).stream()
                                .anyMatch(values.list(TagExportKeys.FINISHED_STATUSES)::contains)
                        ? Optional.of("It must not contain a status of " + TagExportKeys.FINISHED_STATUSES + ".")
                        : Optional.empty());
    }

    private static boolean areChosen(ConfigRule.Values values) {
        return values.list(SourceKeys.RESOURCES).contains(TagExportsFeed.NAME);
    }
}
