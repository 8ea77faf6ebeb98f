package io.martech.connect.source.engine;

import java.util.HashMap;
import java.util.Map;

/**
 * Persistent findings that have been reported, so that each is reported once and not at every poll. Used by one thread at
 * a time.
 */
public final class Findings {

    private final Map<String, Object> standing = new HashMap<>();

    /**
     * Whether the finding has to be reported: it is new, has reappeared, or has changed.
     *
     * @param subject what the finding is about
     * @param finding what was found; null if there is nothing to report about the subject any more
     */
    public boolean isNews(String subject, Object finding) {
        if (finding == null) {
            standing.remove(subject);
            return false;
        }
        return !finding.equals(standing.put(subject, finding));
    }
}
