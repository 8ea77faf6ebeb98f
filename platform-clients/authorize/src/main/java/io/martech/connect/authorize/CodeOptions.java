package io.martech.connect.authorize;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How the authorization code is obtained. */
final class CodeOptions {

    @Option(
            names = "--redirect-uri",
            paramLabel = "ADDRESS",
            defaultValue = "http://127.0.0.1:8765/callback",
            description = {
                "Where the platform sends the code. It must be exactly the one that is registered for the" + " app.",
                "If it is on this machine (127.0.0.1 or localhost) the code is received there; otherwise"
                        + " paste it.",
                "Default: ${DEFAULT-VALUE}"
            })
    private String redirectUri;

    @Option(
            names = "--code",
            paramLabel = "CODE",
            description = "The code, or the whole address that the browser was redirected to, if you already have it.")
    private String code;

    @Option(
            names = "--timeout-minutes",
            paramLabel = "N",
            defaultValue = "15",
            description = "How long to wait for the code. Default: ${DEFAULT-VALUE}")
    private int timeoutMinutes;

    String redirectUri() {
        return redirectUri;
    }

    /** The code given on the command line, or null. */
    String given() {
        return code;
    }

    Duration timeout() {
        return Duration.ofMinutes(timeoutMinutes);
    }
}
