package io.martech.connect.sink.contract;

import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.FaultPlan;
import io.martech.connect.sandbox.http.RequestCounters;
import io.martech.connect.sandbox.http.WireFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A simulated platform on 127.0.0.1, as every contract knows it. */
public interface SimulatedPlatform extends AutoCloseable {

    /** Its name in messages for users. */
    String name();

    /** What a connector needs to reach it and to be let in. */
    Map<String, String> access();

    /** The configuration key of the address. */
    String addressKey();

    /** The configuration key of the secret. */
    String secretKey();

    /** How a validation tries credentials; empty if it must not, since that would spend them. */
    Optional<Trial> trial();

    /**
     * How a validation tries credentials.
     *
     * @param request how the simulator counts the call
     * @param blamedKeys the keys that get the blame if they are refused, and the first of them the reason
     */
    record Trial(String request, List<String> blamedKeys) {}

    FaultPlan faults();

    RequestCounters requests();

    /** Exceptions of the simulator itself. */
    List<Throwable> ownErrors();

    /** The platform's own error with that code. */
    Fault error(int status, String code);

    /** A code that the platform's document does not know. */
    String unknownCode();

    /** The error by which the platform refuses most records. */
    Fault refusal();

    default Fault fault(Outage outage) {
        return switch (outage) {
            case UNKNOWN_CODE -> error(500, unknownCode());
            case ERROR_WITH_STATUS_200 -> error(200, unknownCode());
            case FORBIDDEN_WITHOUT_ENVELOPE -> WireFault.FORBIDDEN_WITHOUT_ENVELOPE;
            case HTML_WITH_STATUS_200 -> WireFault.HTML_WITH_STATUS_200;
            case SERVER_ERROR_WITH_TEXT -> WireFault.SERVER_ERROR_WITH_TEXT;
        };
    }

    /** What the task says of it when it stops. */
    default String wordsOf(Outage outage) {
        return switch (outage) {
            case UNKNOWN_CODE, ERROR_WITH_STATUS_200 -> unknownCode();
            case FORBIDDEN_WITHOUT_ENVELOPE -> "403";
            case HTML_WITH_STATUS_200 -> "not JSON";
            case SERVER_ERROR_WITH_TEXT -> "HTTP 500";
        };
    }

    @Override
    void close();
}
