package io.martech.connect.client.m1world;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.CredentialsResult;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Verifies a fixed key: one cheap call, no retries, at most five seconds. */
final class M1worldCredentials {

    /** A hanging DNS lookup adds at most a second to it. */
    private static final Duration LONGEST = Duration.ofSeconds(4);

    /**
     * The quota is used up, or the account may not make this call: the key itself is valid. A connector can then be
     * configured even while the quota is used up.
     */
    private static final Set<String> KNOWS_THE_KEY = Set.of("E10104", "E10102");

    private M1worldCredentials() {}

    static CredentialsResult check(M1worldAccount account, HttpSettings http) {
        HttpSettings bounded = http.forOneAttempt(LONGEST);
        try (HttpPlatformClient client = M1worldClients.create(account, bounded, TimeSource.system())) {
            client.execute(ApiRequest.get("credentials", "/contact/setting"));
            return CredentialsResult.accepted();
        } catch (PlatformException failure) {
            return resultOf(failure);
        }
    }

    private static CredentialsResult resultOf(PlatformException failure) {
        if (failure.code() != null && KNOWS_THE_KEY.contains(failure.code())) {
            return CredentialsResult.accepted();
        }
        boolean refused = "E10101".equals(failure.code()) || failure.status() == 401 || failure.status() == 403;
        return refused
                ? CredentialsResult.refused(List.of("m1world.token"), failure.getMessage())
                : CredentialsResult.unreachable(
                        "m1world.url", "The key could not be verified at m1world.url. " + failure.getMessage());
    }
}
