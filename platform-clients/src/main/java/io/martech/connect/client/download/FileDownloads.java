package io.martech.connect.client.download;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.ClientStatistics;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.ServerClock;
import io.martech.connect.client.TextFile;
import io.martech.connect.client.TextLines;
import io.martech.connect.client.auth.PlatformProfile;
import io.martech.connect.client.http.ApiCall;
import io.martech.connect.client.http.Interceptor;
import io.martech.connect.client.http.OpenCalls;
import io.martech.connect.client.http.RetryInterceptor;
import io.martech.connect.client.http.Transport;
import io.martech.connect.client.response.Classification;
import io.martech.connect.client.response.HttpStatusClassifier;
import io.martech.connect.client.response.RawResponse;
import io.martech.connect.client.response.ResponseClassifier;
import io.martech.connect.client.response.TransportFailureClassifier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * Downloads files that the platform names. Only requests to the platform's own scheme, host and port carry the account's
 * credentials and use its quota; for another host, the address contains all that is needed.
 */
public final class FileDownloads {

    private final PlatformProfile platform;
    private final OkHttpClient http;
    private final HttpSettings settings;
    private final OpenCalls openCalls;
    private final ServerClock serverClock;
    private final ClientStatistics statistics;
    private final Function<Transport, Interceptor> authenticated;
    private final Function<Interceptor, RetryInterceptor> repeated;
    private final Set<Call> downloads = ConcurrentHashMap.newKeySet();

    /**
     * @param authenticated builds the chain from the rate limit to the transport, with credentials
     * @param repeated adds the retries
     */
    public FileDownloads(
            PlatformProfile platform,
            OkHttpClient http,
            HttpSettings settings,
            OpenCalls openCalls,
            ServerClock serverClock,
            ClientStatistics statistics,
            Function<Transport, Interceptor> authenticated,
            Function<Interceptor, RetryInterceptor> repeated) {
        this.platform = platform;
        // How long a whole file takes depends on its size and on its reader; each read is still bounded by the read
        // timeout.
        this.http = http.newBuilder().callTimeout(Duration.ZERO).build();
        this.settings = settings;
        this.openCalls = openCalls;
        this.serverClock = serverClock;
        this.statistics = statistics;
        this.authenticated = authenticated;
        this.repeated = repeated;
    }

    /** Sends nothing yet. */
    public TextLines open(TextFile file, long linesReadBefore) {
        HttpUrl address = platform.address().resolve(file.address());
        if (address == null) {
            throw new PlatformException(
                    Category.STOP,
                    platform.name() + " " + file.resource() + ": the platform returned a file address that is"
                            + " neither http nor https. Nothing was skipped; please report this to the platform's support.",
                    0,
                    null,
                    null,
                    null);
        }
        boolean isAtThePlatform = isAtThePlatform(address);
        FileTransport wire = new FileTransport(
                http,
                settings.connectTimeout().plus(settings.requestTimeout()),
                file.form(),
                new TransportFailureClassifier(address, platform.addressKey()),
                statistics,
                serverClock,
                downloads,
                linesReadBefore);
        Interceptor exchange = isAtThePlatform ? authenticated.apply(wire) : call -> wire.send(call, call.unsigned());
        ResponseClassifier classifier =
                new FileResponseClassifier(platform.classifier(), platform.addressKey(), address, isAtThePlatform);
        ApiCall call = new ApiCall(asked(file, address), request(address), classifier);
        return new FileLines(openCalls, repeated.apply(exchange), call, wire);
    }

    private boolean isAtThePlatform(HttpUrl address) {
        HttpUrl own = platform.address();
        return address.scheme().equals(own.scheme())
                && address.host().equals(own.host())
                && address.port() == own.port();
    }

    /** For messages, without the query, which may hold a signature. */
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

    /** Cancels all downloads. */
    public void close() {
        downloads.forEach(Call::cancel);
    }

    /** The lines of one file, with the client's retries. */
    private static final class FileLines implements TextLines {

        private final OpenCalls openCalls;
        private final RetryInterceptor retry;
        private final ApiCall call;
        private final FileTransport wire;

        /** @param retry sends the call over the wire */
        FileLines(OpenCalls openCalls, RetryInterceptor retry, ApiCall call, FileTransport wire) {
            this.openCalls = openCalls;
            this.retry = retry;
            this.call = call;
            this.wire = wire;
        }

        @Override
        public List<String> next(int most) {
            return openCalls.run(() -> {
                List<String> read = wire.readOn(most);
                if (read != null) {
                    return read;
                }
                retry.send(call);
                return wire.lines();
            });
        }

        @Override
        public void close() {
            wire.close();
        }
    }

    /**
     * Classifies the response to a download that is not HTTP 200. The platform's own server may say what is wrong in its
     * own words; for another host, only the status is known. A file that no longer exists, or whose address has expired,
     * is REJECT: the caller may request another address.
     */
    private static final class FileResponseClassifier implements ResponseClassifier {

        private final ResponseClassifier platform;
        private final HttpStatusClassifier status;
        private final HttpUrl address;
        private final boolean isAtThePlatform;

        public FileResponseClassifier(
                ResponseClassifier platform, String addressKey, HttpUrl address, boolean isAtThePlatform) {
            this.platform = platform;
            this.status = new HttpStatusClassifier(addressKey);
            this.address = address;
            this.isAtThePlatform = isAtThePlatform;
        }

        @Override
        public Classification judge(ApiRequest request, RawResponse answer, Instant serverTime) {
            int code = answer.status();
            boolean isRefused = code >= 400 && code < 500 && code != 408 && code != 429;
            if (code == 404 || (isRefused && !isAtThePlatform)) {
                return gone(code);
            }
            return isAtThePlatform ? platform.judge(request, answer, serverTime) : status.judge(answer, serverTime);
        }

        /** Host only: the rest of the address may hold a signature. */
        private Classification gone(int code) {
            return Classification.of(
                    Category.REJECT,
                    "answered HTTP " + code + " at " + address.host() + ":" + address.port()
                            + ": the file is gone, or its address has expired");
        }
    }
}
