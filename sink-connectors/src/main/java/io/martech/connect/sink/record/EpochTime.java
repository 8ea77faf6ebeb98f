package io.martech.connect.sink.record;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Converts numbers since 1970 to days and instants. Only the years 1900 to 2200 are accepted as real times. */
final class EpochTime {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final long FIRST_SECOND =
            LocalDate.of(FIRST_YEAR, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    static final long LAST_SECOND =
            LocalDate.of(LAST_YEAR + 1, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC) - 1;
    private static final long SECONDS_OF_DAY = Duration.ofDays(1).toSeconds();
    private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);

    private EpochTime() {}

    /** @throws UnsuitableValueException if the instant is not within the years 1900 to 2200 */
    static Instant instant(BigDecimal number, ChronoUnit unit) {
        // Cheap, since the length of numbers is bounded.
        BigInteger nanos = number.multiply(BigDecimal.valueOf(unit.getDuration().toNanos()))
                .setScale(0, RoundingMode.FLOOR)
                .toBigInteger();
        BigInteger[] parts = nanos.divideAndRemainder(BILLION);
        if (parts[0].bitLength() > Long.SIZE - 2) {
            throw outOfRange();
        }
        return checked(parts[0].longValue(), parts[1].longValue());
    }

    static Instant instant(long number, ChronoUnit unit) {
        return instant(BigDecimal.valueOf(number), unit);
    }

    /** @throws UnsuitableValueException if the instant is not within the years 1900 to 2200 */
    static Instant checked(Instant instant) {
        return checked(instant.getEpochSecond(), instant.getNano());
    }

    /** @throws UnsuitableValueException if the day is not within the years 1900 to 2200 */
    static LocalDate checked(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw outOfRange();
        }
        return day;
    }

    /** @throws UnsuitableValueException if the day is not within the years 1900 to 2200 */
    static LocalDate day(long daysSince1970) {
        if (daysSince1970 < FIRST_SECOND / SECONDS_OF_DAY || daysSince1970 > LAST_SECOND / SECONDS_OF_DAY) {
            throw outOfRange();
        }
        return LocalDate.ofEpochDay(daysSince1970);
    }

    private static Instant checked(long second, long nanos) {
        if (second < FIRST_SECOND || second > LAST_SECOND) {
            throw outOfRange();
        }
        return Instant.ofEpochSecond(second, nanos);
    }

    private static UnsuitableValueException outOfRange() {
        return new UnsuitableValueException("must hold a time of the years " + FIRST_YEAR + " to " + LAST_YEAR);
    }
}
