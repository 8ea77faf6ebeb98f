package io.martech.connect.source.engine;

import java.util.HashMap;
import java.util.Map;

/** Findings that persist and were reported before, so that each is reported once and not at every poll. Used by one thread at a time. */
public final class Findings {

    private final Map<String, Object> standing = new HashMap<>();

    /**
     * Whether it has to be reported: it was not found before, or was over meanwhile, or is another one now.
     *
     * @param subject of what
     * @param finding what was found; null if there is nothing to report of the subject any more
     */
    public boolean isNews(String subject, Object finding) {
        if (finding == null) {
            standing.remove(subject);
            return false;
        }
        return !finding.equals(standing.put(subject, finding));
    }
}
