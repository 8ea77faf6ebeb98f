package io.martech.connect.client.linkflow;

import io.martech.connect.client.CredentialsResult;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.http.AttemptListener;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import java.time.Duration;
import java.util.List;

/** Tries an account's credentials: one {@code GET /token}, no repetition, at most five seconds. */
final class LinkflowCredentials {

    /** The client adds at most a second to it if a name look-up hangs. */
    private static final Duration LONGEST = Duration.ofSeconds(4);

    private LinkflowCredentials() {}

    static CredentialsResult check(LinkflowAccount account, HttpSettings http) {
        HttpSettings bounded = http.forOneAttempt(LONGEST);
        try (HttpPlatformClient client =
                LinkflowClients.create(account, bounded, TimeSource.system(), AttemptListener.NONE)) {
            client.authenticate();
            return CredentialsResult.accepted();
        } catch (PlatformException failure) {
            return resultOf(failure);
        }
    }

    /** Nobody documents how a wrong key is refused: any answer of the platform itself is taken for a refusal. */
    private static CredentialsResult resultOf(PlatformException failure) {
        boolean refused = failure.code() != null || failure.status() == 401 || failure.status() == 403;
        if (refused) {
            return CredentialsResult.refused(List.of("linkflow.app.secret", "linkflow.app.key"), failure.getMessage());
        }
        return CredentialsResult.unreachable(
                "linkflow.url", "The credentials could not be verified at linkflow.url. " + failure.getMessage());
    }
}
