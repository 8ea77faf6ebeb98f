package io.martech.connect.schema;

import io.martech.connect.schema.type.Handling;
import java.time.ZoneOffset;

/** Ways of handling that tests choose from. */
public final class Handlings {

    public static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    public static final Handling DEFAULTS =
            new Handling(Handling.Decimals.PRECISE, Handling.Timestamps.CONNECT, Handling.Props.JSON, ZONE);

    /** Everything as text. */
    public static final Handling TEXTS =
            new Handling(Handling.Decimals.STRING, Handling.Timestamps.ISO, Handling.Props.MAP, ZONE);

    public static final Handling DOUBLES =
            new Handling(Handling.Decimals.DOUBLE, Handling.Timestamps.CONNECT, Handling.Props.JSON, ZONE);

    private Handlings() {}
}
