package io.martech.connect.source.reader;

import io.martech.connect.source.reader.emitted.RowTimes;
import java.time.Duration;
import java.time.ZoneOffset;

/**
 * How a resource's windows are read.
 *
 * @param resource the resource's name, for messages
 * @param zone the fixed offset of the platform's local times
 * @param zoneKey the configuration key of that offset, for the message when it seems to be wrong
 * @param settleLag how long a change may take to become visible and to pause ({@code settle.lag.ms})
 * @param lookBack the age at which every second is read once more ({@code lookback.ms}); zero for never
 * @param times the update times of its rows
 * @param maximumPages the maximum number of pages of one window that the platform returns
 */
public record WindowSettings(
        String resource,
        ZoneOffset zone,
        String zoneKey,
        RowTimes times,
        Duration settleLag,
        Duration lookBack,
        int maximumPages) {}
