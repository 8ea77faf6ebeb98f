package io.martech.connect.source.linkflow;

import io.martech.connect.schema.Progress;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Strategy;
import io.martech.connect.source.engine.Unit;
import io.martech.connect.source.engine.UnitFacts;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads contacts with the kind of window that their platform takes. Calibrates first, and keeps the result in the
 * position; as long as there is no contact there is nothing to calibrate with, nor to read.
 */
final class CalibratedContacts implements Strategy {

    static final String PRECISION = "window_precision";

    private final ContactsFeed feed;
    private final ContactWindowCalibration calibration;
    private final Map<WindowPrecision, Strategy> strategies;
    private final WindowPrecision configured;

    /**
     * @param configured the precision that the user demands, or null to find out
     */
    CalibratedContacts(ContactsFeed feed, Map<WindowPrecision, Strategy> strategies, WindowPrecision configured) {
        this.feed = feed;
        this.calibration = new ContactWindowCalibration(feed);
        this.strategies = strategies;
        this.configured = configured;
    }

    @Override
    public Optional<Unit> next(Position position) {
        Optional<WindowPrecision> known = precisionOf(position);
        if (known.isPresent()) {
            return strategies.get(known.get()).next(position);
        }
        long requestsBefore = feed.requests();
        return calibration
                .find()
                .map(found -> new Unit(
                        List.of(),
                        position,
                        position.with(PRECISION, found.text()),
                        new UnitFacts(
                                Progress.Phase.CALIBRATE,
                                Progress.Pass.PROBE,
                                null,
                                null,
                                null,
                                feed.requests() - requestsBefore,
                                null,
                                0,
                                null,
                                List.of())));
    }

    @Override
    public LocalDateTime completeUpTo(Position position) {
        return precisionOf(position)
                .map(precision -> strategies.get(precision).completeUpTo(position))
                .orElse(null);
    }

    private Optional<WindowPrecision> precisionOf(Position position) {
        if (configured != null) {
            return Optional.of(configured);
        }
        String stored = position.text(PRECISION);
        return strategies.keySet().stream()
                .filter(precision -> precision.text().equals(stored))
                .findFirst();
    }
}
