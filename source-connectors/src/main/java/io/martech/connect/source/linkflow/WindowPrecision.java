package io.martech.connect.source.linkflow;

import io.martech.connect.source.chunk.PlatformTime;
import io.martech.connect.source.reader.Window;

/** The precision of the bounds of the contacts' update time on the platform ({@code contacts.window.precision}). */
enum WindowPrecision {
    /**
     * The bounds include a time of day. It is undocumented whether they are inclusive, so both are extended by one
     * second.
     */
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
    /** The bounds are dates. */
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

    /** The text in the configuration and in the cursor. */
    String text() {
        return text;
    }

    abstract String lowerBound(Window window);

    abstract String upperBound(Window window);
}
