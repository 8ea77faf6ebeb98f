package io.martech.connect.client.youmi;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A signature and its inputs, except the token or AppId. The platform rejects one that is older than ten minutes, so it
 * is made when a request is sent.
 *
 * @param nonce a number that is used once
 * @param timestamp epoch seconds of the platform's clock, as a text
 * @param value the value to send: {@code urlencode(base64(HMAC-SHA1(app key, subject + nonce + timestamp)))}
 */
record Signature(String nonce, String timestamp, String value) {

    private static final String ALGORITHM = "HmacSHA1";

    /**
     * @param appKey the key to sign with
     * @param subject the AppId for a token call, the token for every other
     */
    static Signature over(String appKey, String subject, String nonce, Instant serverTime) {
        String timestamp = Long.toString(serverTime.getEpochSecond());
        return new Signature(
                nonce,
                timestamp,
                escaped(Base64.getEncoder().encodeToString(hash(appKey, subject + nonce + timestamp))));
    }

    private static byte[] hash(String appKey, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(appKey.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }

    /** In lower case, as in the document's example; Java's own encoder writes capitals, which do not compare equal. */
    private static String escaped(String base64) {
        return base64.replace("+", "%2b").replace("/", "%2f").replace("=", "%3d");
    }

    /** Without the signature: for ten minutes it authenticates anyone who also has the token. */
    @Override
    public String toString() {
        return "Signature[timestamp=" + timestamp + "]";
    }
}
