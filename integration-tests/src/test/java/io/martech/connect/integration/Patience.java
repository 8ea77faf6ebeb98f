package io.martech.connect.integration;

import java.time.Duration;

/** How long tests wait before they give up. What they wait for usually takes a fraction of it. */
final class Patience {

    /** For anything that a healthy cluster does. */
    static final Duration FOR_AN_EFFECT = Duration.ofSeconds(90);

    private Patience() {}
}
