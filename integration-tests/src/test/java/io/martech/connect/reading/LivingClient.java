package io.martech.connect.reading;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.ApiResponse;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.ServerClock;
import io.martech.connect.client.TextFile;
import io.martech.connect.client.TextLines;
import java.time.Duration;

/** A real client, but every request takes virtual time before and after, in which the platform lives on. */
final class LivingClient implements PlatformClient {

    private static final Duration HALF_A_ROUND_TRIP = Duration.ofMillis(20);

    private final PlatformClient client;
    private final PlatformLife life;

    LivingClient(PlatformClient client, PlatformLife life) {
        this.client = client;
        this.life = life;
    }

    @Override
    public ApiResponse execute(ApiRequest request) {
        life.pass(HALF_A_ROUND_TRIP);
        ApiResponse answer = client.execute(request);
        life.pass(HALF_A_ROUND_TRIP);
        return answer;
    }

    @Override
    public TextLines open(TextFile file, long linesReadBefore) {
        return client.open(file, linesReadBefore);
    }

    @Override
    public ServerClock serverClock() {
        return client.serverClock();
    }

    @Override
    public void close() {
        client.close();
    }
}
