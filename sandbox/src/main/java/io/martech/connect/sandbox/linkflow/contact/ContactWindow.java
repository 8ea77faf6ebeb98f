package io.martech.connect.sandbox.linkflow.contact;

import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.linkflow.model.ContactBounds;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks;
import io.martech.connect.sandbox.linkflow.model.PlatformTime;
import io.martech.connect.sandbox.linkflow.model.Refusals;
import java.util.function.ToLongFunction;

/**
 * The window that the bounds of a contact-id request select, in epoch seconds.
 *
 * @param from included
 * @param to excluded
 */
public record ContactWindow(long from, long to) {

    private static final int LENGTH_OF_A_DATE = 10;
    private static final long A_DAY = 86_400;
    /** Below every update time, yet above the mark of rows without one. */
    private static final long ALWAYS = Long.MIN_VALUE + 1;

    public static ContactWindow of(Request request, LinkflowQuirks quirks) {
        ContactBounds bounds = quirks.contactBounds.get();
        PlatformTime time = quirks.time();
        ToLongFunction<String> start = text -> start(bounds, time, text);
        ToLongFunction<String> end = text -> end(bounds, time, text);
        if (bounds == ContactBounds.IGNORED) {
            return new ContactWindow(ALWAYS, Long.MAX_VALUE);
        }
        ContactWindow window = new ContactWindow(
                request.parameter("minUpdateTime").map(start::applyAsLong).orElse(ALWAYS),
                request.parameter("maxUpdateTime").map(end::applyAsLong).orElse(Long.MAX_VALUE));
        boolean isBounded = window.from > ALWAYS && window.to < Long.MAX_VALUE;
        if (isBounded
                && window.to - window.from > quirks.longestContactWindow.get().toSeconds() + A_DAY) {
            throw Refusals.illegalParameter("minUpdateTime, maxUpdateTime: too far from each other");
        }
        return window;
    }

    private static long start(ContactBounds bounds, PlatformTime time, String text) {
        long second = second(bounds, time, "minUpdateTime", text);
        return switch (bounds) {
            case SECONDS_START_EXCLUSIVE, SECONDS_EXCLUSIVE -> second + 1;
            case CUT_TO_MIDNIGHT, CUT_TO_WHOLE_DAYS -> time.midnightOf(second);
            default -> second;
        };
    }

    private static long end(ContactBounds bounds, PlatformTime time, String text) {
        long second = second(bounds, time, "maxUpdateTime", text);
        return switch (bounds) {
            case SECONDS_END_EXCLUSIVE, SECONDS_EXCLUSIVE -> second;
            case CUT_TO_MIDNIGHT -> time.midnightOf(second) + 1;
            case CUT_TO_WHOLE_DAYS, DATES_ONLY_WHOLE_DAYS -> time.midnightOf(second) + A_DAY;
            default -> second + 1;
        };
    }

    private static long second(ContactBounds bounds, PlatformTime time, String name, String text) {
        boolean datesOnly =
                bounds == ContactBounds.DATES_ONLY_MIDNIGHT || bounds == ContactBounds.DATES_ONLY_WHOLE_DAYS;
        return datesOnly || text.length() == LENGTH_OF_A_DATE ? time.parseDate(name, text) : time.parse(name, text);
    }
}
