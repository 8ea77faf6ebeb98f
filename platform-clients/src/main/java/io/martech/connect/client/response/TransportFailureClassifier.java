package io.martech.connect.client.response;

import io.martech.connect.client.Category;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;

/** Classifies a missing response: usually a transient failure. The reason helps to find permanent causes. */
public final class TransportFailureClassifier {

    private final HttpUrl address;
    private final String addressKey;

    /**
     * @param address where requests go
     * @param addressKey the configuration key that holds it, for messages
     */
    public TransportFailureClassifier(HttpUrl address, String addressKey) {
        this.address = address;
        this.addressKey = addressKey;
    }

    /** The error as it may appear in a stack trace: OkHttp quotes the received bytes in a ProtocolException. */
    public static IOException withoutQuotes(IOException fault) {
        return fault instanceof ProtocolException ? new ProtocolException("The answer is not valid HTTP") : fault;
    }

    public Classification judge(IOException fault) {
        if (fault instanceof NoRoomException) {
            return Classification.of(Category.SPLIT, "sent an answer that there is no room for now");
        }
        if (fault instanceof ResponseTooLargeException) {
            return Classification.of(
                    Category.STOP,
                    "sent an answer that is too large (" + fault.getMessage() + "). Check " + addressKey + ","
                            + " and use smaller pages");
        }
        return Classification.retry(words(fault));
    }

    private String words(IOException fault) {
        String host = address.host() + ":" + address.port();
        if (fault instanceof UnknownHostException) {
            return "could not be found: the name " + address.host() + " does not resolve. Check " + addressKey
                    + " and proxy.url, and the worker's DNS";
        }
        if (fault instanceof ConnectException || fault instanceof NoRouteToHostException) {
            return "could not be reached at " + host + ". Check " + addressKey
                    + " and proxy.url, and whether a firewall is" + " in the way";
        }
        if (fault instanceof SSLException) {
            return "could not be reached over TLS at " + host + " (" + fault.getMessage() + "). If this"
                    + " persists, check " + addressKey + " and the certificates that the worker trusts";
        }
        if (fault instanceof InterruptedIOException) {
            return "did not answer in time. If this persists, raise request.timeout.ms or connect.timeout.ms";
        }
        if (fault instanceof ProtocolException) {
            return "sent an answer that is not HTTP or incomplete. If this persists, check " + addressKey
                    + " and proxy.url";
        }
        return "closed the connection or sent an incomplete answer (" + fault.getMessage() + ")";
    }
}
