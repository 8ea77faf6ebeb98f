package io.martech.connect.client;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;

/**
 * The HTTP or SOCKS proxy that requests are sent through.
 *
 * @param userInfo {@code user:password}, or null for none
 */
public record ProxyAddress(Proxy.Type type, String host, int port, String userInfo) {

    /**
     * Parses {@code http://[user:password@]host:port} or {@code socks5://host:port}.
     *
     * @throws IllegalArgumentException if the text has another form; the message does not repeat it, since it may hold a
     *     password
     */
    public static ProxyAddress parse(String url) {
        URI uri;
        try {
            uri = URI.create(url.trim());
        } catch (IllegalArgumentException malformed) {
            throw invalid();
        }
        boolean socks = "socks5".equalsIgnoreCase(uri.getScheme());
        boolean known = socks || "http".equalsIgnoreCase(uri.getScheme());
        if (!known || uri.getHost() == null || uri.getPort() < 1 || (socks && uri.getUserInfo() != null)) {
            throw invalid();
        }
        Proxy.Type type = socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP;
        return new ProxyAddress(type, uri.getHost(), uri.getPort(), uri.getUserInfo());
    }

    public Proxy asProxy() {
        return new Proxy(type, InetSocketAddress.createUnresolved(host, port));
    }

    private static IllegalArgumentException invalid() {
        return new IllegalArgumentException(
                "proxy.url must read http://host:port, http://user:password@host:port or socks5://host:port");
    }

    /** Without user and password. */
    @Override
    public String toString() {
        return type + " " + host + ":" + port;
    }
}
