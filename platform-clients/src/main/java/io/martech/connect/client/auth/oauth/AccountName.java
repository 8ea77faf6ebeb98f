package io.martech.connect.client.auth.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import okhttp3.HttpUrl;

/**
 * Names one series of tokens, so that its file can be found: the same for every connector, task and worker that uses the
 * series, and different from any other. It reveals nothing about a secret.
 *
 * @param platform the platform's name
 * @param fingerprint sixteen hexadecimal digits
 */
public record AccountName(String platform, String fingerprint) {

    private static final int DIGITS = 16;

    /**
     * @param tokenAddress the address of the token endpoint; only host and port are used, so that http may become https
     * @param appId the app's public name
     * @param begin the configured initial grant
     */
    public static AccountName of(String platform, HttpUrl tokenAddress, String appId, InitialGrant begin) {
        boolean usual = tokenAddress.port() == HttpUrl.defaultPort(tokenAddress.scheme());
        String host = tokenAddress.host() + (usual ? "" : ":" + tokenAddress.port());
        return new AccountName(platform, digest(platform + "\n" + host + "\n" + appId + "\n" + begin.secret()));
    }

    /** The name of its file, without extension. */
    String fileName() {
        return platform.toLowerCase(Locale.ROOT) + "-" + fingerprint;
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
