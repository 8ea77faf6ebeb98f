package io.martech.connect.sink.linkflow.tagfile;

import io.martech.connect.client.PlatformException;
import java.util.Optional;

/**
 * Tests whether Linkflow accepts files in the configured format. Since the format is undocumented, it may reject all
 * of them, with the same code as a wrong value. One record may be wrong; if a second one is rejected alone, and no
 * file was ever accepted, the format is the cause. Used by one thread at a time.
 */
final class FormTrial {

    private static final int RECORDS_THAT_SUFFICE = 2;
    private static final String ADVICE =
            " Linkflow has accepted no file since the task was started, so the file format may be wrong:"
                    + " compare tags.file.columns, tags.file.header and the other tags.file keys with a file that"
                    + " Linkflow accepts.";

    private boolean isTaken;
    private int refusedAlone;

    void taken() {
        isTaken = true;
    }

    /**
     * Records that records were rejected.
     *
     * @return the rejection, with advice if the format may be the cause
     */
    PlatformException refused(PlatformException refusal, int records) {
        if (!isInDoubt(refusal)) {
            return refusal;
        }
        refusedAlone += records == 1 ? 1 : 0;
        return new PlatformException(
                refusal.category(),
                refusal.getMessage() + ADVICE,
                refusal.status(),
                refusal.code(),
                refusal.platformMessage(),
                refusal);
    }

    /** What to correct, if the format is the cause. */
    Optional<String> wrongSetting(PlatformException refusal) {
        return isInDoubt(refusal) && refusedAlone >= RECORDS_THAT_SUFFICE
                ? Optional.of("Every file of tag values is refused, even with one record. " + refusal.getMessage()
                        + " Then restart the task; records in the dead-letter topic can be replayed from there.")
                : Optional.empty();
    }

    private boolean isInDoubt(PlatformException refusal) {
        return !isTaken && TagFileUpload.REFUSED.equals(refusal.code());
    }
}
