package io.martech.connect.client;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * Downloads of files that the platform names. Only one that lies where the platform itself is (same scheme, host and port) carries the
 * account's credentials and counts against its quota; whatever another host needs is in the address.
 */
final class FileDownloads {

    private final PlatformProfile platform;
    private final OkHttpClient http;
    private final HttpSettings settings;
    private final OpenCalls openCalls;
    private final ServerClock serverClock;
    private final ClientStatistics statistics;
    private final Function<Carrier, Exchange> authenticated;
    private final Function<Exchange, Retry> repeated;
    private final Set<Call> downloads = ConcurrentHashMap.newKeySet();

    /**
     * @param authenticated the chain from the quota to the carrier, with credentials
     * @param repeated the head of the chain
     */
    FileDownloads(
            PlatformProfile platform,
            OkHttpClient http,
            HttpSettings settings,
            OpenCalls openCalls,
            ServerClock serverClock,
            ClientStatistics statistics,
            Function<Carrier, Exchange> authenticated,
            Function<Exchange, Retry> repeated) {
        this.platform = platform;
        // How long a whole file takes depends on its size and on who reads it; each part of it must still come in time.
        this.http = http.newBuilder().callTimeout(Duration.ZERO).build();
        this.settings = settings;
        this.openCalls = openCalls;
        this.serverClock = serverClock;
        this.statistics = statistics;
        this.authenticated = authenticated;
        this.repeated = repeated;
    }

    /** Sends nothing yet. */
    TextLines open(TextFile file, long linesReadBefore) {
        HttpUrl address = platform.address().resolve(file.address());
        if (address == null) {
            throw new PlatformException(
                    Category.STOP,
                    platform.name() + " " + file.resource()
                            + ": the platform named a file by something that is no http or https address. Nothing was"
                            + " skipped; please report this to the platform's support.",
                    0,
                    null,
                    null,
                    null);
        }
        boolean isAtThePlatform = isAtThePlatform(address);
        FileWire wire = new FileWire(
                http,
                settings.connectTimeout().plus(settings.requestTimeout()),
                file.form(),
                new TransportVerdicts(address, platform.addressKey()),
                statistics,
                serverClock,
                downloads,
                linesReadBefore);
        Exchange exchange = isAtThePlatform ? authenticated.apply(wire) : call -> wire.send(call, call.unsigned());
        VerdictRules verdicts = new FileVerdicts(platform.verdicts(), platform.addressKey(), address, isAtThePlatform);
        ApiCall call = new ApiCall(asked(file, address), request(address), verdicts);
        return new FileLines(openCalls, repeated.apply(exchange), call, wire);
    }

    private boolean isAtThePlatform(HttpUrl address) {
        HttpUrl own = platform.address();
        return address.scheme().equals(own.scheme())
                && address.host().equals(own.host())
                && address.port() == own.port();
    }

    /** For messages: the query may hold a signature, so it is left out. */
    private static ApiRequest asked(TextFile file, HttpUrl address) {
        return ApiRequest.get(file.resource(), address.encodedPath());
    }

    private Request request(HttpUrl address) {
        HttpUrl withoutUser = address.newBuilder().username("").password("").build();
        return new Request.Builder()
                .url(withoutUser)
                .header("User-Agent", settings.userAgent())
                .build();
    }

    /** Ends all of them. */
    void close() {
        downloads.forEach(Call::cancel);
    }
}
