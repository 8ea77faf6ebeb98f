package io.martech.connect.sandbox.m1world.account;

/** Which hour the hourly quota means; the document does not say. */
public enum QuotaHour {
    /** The sixty minutes before each call. */
    ROLLING,
    /** From one full hour of the clock to the next. */
    FIXED
}
