package io.martech.connect.source.linkflow;

import io.martech.connect.source.chunk.PlatformTime;
import io.martech.connect.source.reader.Window;

/** What the bounds of the contacts' update time mean to the platform ({@code contacts.window.precision}). */
enum WindowPrecision {
    /** They take a time of day. Nobody documents whether they are inclusive, so both sides reach a second further. */
    SECOND("second") {
        @Override
        String lowerBound(Window window) {
            return PlatformTime.format(window.start().minusSeconds(1));
        }

        @Override
        String upperBound(Window window) {
            return PlatformTime.format(window.end());
        }
    },
    /** They are dates. */
    DAY("day") {
        @Override
        String lowerBound(Window window) {
            return window.start().toLocalDate().toString();
        }

        @Override
        String upperBound(Window window) {
            return window.end().toLocalDate().toString();
        }
    };

    private final String text;

    WindowPrecision(String text) {
        this.text = text;
    }

    /** As it stands in the configuration and in the cursor. */
    String text() {
        return text;
    }

    abstract String lowerBound(Window window);

    abstract String upperBound(Window window);
}
