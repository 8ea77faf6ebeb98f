package io.martech.connect.source.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.PlatformException;
import io.martech.connect.source.chunk.PlatformTime;
import io.martech.connect.source.reader.Window;
import io.martech.connect.source.reader.emitted.RowTimes;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Detects whether the bounds of the contacts' update time include a time of day. The only example in the document is a
 * date, and a platform that truncated times to dates would return nothing for short windows, which looks complete: all
 * rows would be lost silently. So a known contact must be found in a window of seconds around its update time, and not
 * in the windows before and after.
 */
final class ContactWindowCalibration {

    private static final Logger log = LoggerFactory.getLogger(ContactWindowCalibration.class);

    private static final int CANDIDATES = 20;

    private final ContactsFeed feed;
    private final RowTimes times;

    ContactWindowCalibration(ContactsFeed feed, RowTimes times) {
        this.feed = feed;
        this.times = times;
    }

    /**
     * The precision; empty if there is no contact yet to test with.
     *
     * @throws PlatformException if a contact is found by neither kind of window
     */
    Optional<WindowPrecision> find() {
        for (int page = 1; page <= ContactsFeed.MAXIMUM_PAGES; page++) {
            List<JsonNode> candidates =
                    feed.list(feed.idsOfAllTimes(page, CANDIDATES).expecting(Expectation.array()));
            Optional<WindowPrecision> found = findWith(candidates);
            if (found.isPresent()) {
                return found;
            }
            if (candidates.isEmpty()) {
                logThatNoneCouldTell(page);
                return Optional.empty();
            }
        }
        logThatNoneCouldTell(ContactsFeed.MAXIMUM_PAGES + 1);
        return Optional.empty();
    }

    private static void logThatNoneCouldTell(int page) {
        if (page > 1) {
            log.warn("contacts: the precision of windows cannot be detected with the available contacts (they"
                    + " change right now, have no update time, or one at midnight); reading starts once it can be."
                    + " Or set contacts.window.precision.");
        }
    }

    private Optional<WindowPrecision> findWith(List<JsonNode> candidates) {
        LocalDateTime notFound = null;
        for (JsonNode candidate : candidates) {
            LocalDateTime updated = updateTimeOf(candidate);
            if (updated == null || !canTell(updated)) {
                continue;
            }
            Optional<WindowPrecision> found = tryWith(candidate, updated);
            if (!updated.equals(updateTimeOf(candidate))) {
                continue;
            }
            if (found.isPresent()) {
                log.info(
                        "contacts: the platform's windows of the update time have a precision of one {}.",
                        found.get().text());
                return found;
            }
            notFound = updated;
        }
        if (notFound != null) {
            throw noWindowFinds(notFound);
        }
        return Optional.empty();
    }

    /** Around midnight a window of seconds touches two dates, and would find the contact even if truncated to them. */
    private static boolean canTell(LocalDateTime updated) {
        return updated.minusSeconds(1)
                .toLocalDate()
                .equals(updated.plusSeconds(2).toLocalDate());
    }

    private Optional<WindowPrecision> tryWith(JsonNode contact, LocalDateTime updated) {
        if (takesTimeOfDay(contact, updated)) {
            return Optional.of(WindowPrecision.SECOND);
        }
        LocalDateTime day = updated.toLocalDate().atStartOfDay();
        Window window = new Window(day, day.plusDays(1));
        boolean isFound =
                contains(WindowPrecision.DAY.lowerBound(window), WindowPrecision.DAY.upperBound(window), contact);
        return isFound ? Optional.of(WindowPrecision.DAY) : Optional.empty();
    }

    private boolean takesTimeOfDay(JsonNode contact, LocalDateTime updated) {
        try {
            return isBetween(updated.minusSeconds(1), updated.plusSeconds(2), contact)
                    && !isBetween(updated.minusSeconds(5), updated.minusSeconds(2), contact)
                    && !isBetween(updated.plusSeconds(3), updated.plusSeconds(6), contact);
        } catch (PlatformException e) {
            if (e.category() == Category.REJECT) {
                log.info("contacts: the platform refuses a time of day in a window ({}).", e.code());
                return false;
            }
            throw e;
        }
    }

    private boolean isBetween(LocalDateTime from, LocalDateTime to, JsonNode contact) {
        return contains(PlatformTime.format(from), PlatformTime.format(to), contact);
    }

    private boolean contains(String minUpdateTime, String maxUpdateTime, JsonNode contact) {
        long id = feed.idOf(contact);
        for (int page = 1; page <= ContactsFeed.MAXIMUM_PAGES; page++) {
            ApiRequest request = feed.ids(minUpdateTime, maxUpdateTime, page)
                    .expecting(Expectation.array().rejecting("B00010").splitting("B00030"));
            List<JsonNode> ids = feed.list(request);
            if (ids.stream().anyMatch(found -> feed.idOf(found) == id)) {
                return true;
            }
            if (ids.isEmpty()) {
                return false;
            }
        }
        return false;
    }

    private LocalDateTime updateTimeOf(JsonNode contact) {
        List<JsonNode> rows = feed.load(List.of(contact)).rows();
        return rows.isEmpty() ? null : times.updatedOf(rows.get(0));
    }

    private static PlatformException noWindowFinds(LocalDateTime updated) {
        return new PlatformException(
                Category.STOP,
                "contacts: a contact that was updated at " + PlatformTime.format(updated) + " is found"
                        + " neither by a window of seconds nor by a window of days around that time, so changes cannot"
                        + " be read without loss. Nothing was read. If you know what your platform accepts, set"
                        + " contacts.window.precision to second or day; otherwise ask its support whether"
                        + " minUpdateTime and maxUpdateTime of /open/contacts_bulk/ids work.",
                0,
                null,
                null,
                null);
    }
}
