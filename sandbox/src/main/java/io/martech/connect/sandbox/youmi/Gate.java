package io.martech.connect.sandbox.youmi;

import io.martech.connect.sandbox.http.ApiRefusal;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.token.PlainTokens;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Lets in who signs as the document says, and tells the others why not. Thread-safe. */
final class Gate {

    private static final Duration OLDEST = Duration.ofMinutes(10);
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

    private final InstantSource clock;
    private final PlainTokens tokens;
    private final Set<String> usedNonces = new HashSet<>();

    Gate(InstantSource clock, PlainTokens tokens) {
        this.clock = clock;
        this.tokens = tokens;
    }

    /** @throws ApiRefusal unless token, nonce, time and signature are in order */
    void check(Request request) {
        String token = header(request, "access_token", 200001);
        String nonce = header(request, "Nonce", 200002);
        String timestamp = header(request, "Timestamp", 200003);
        String signature = header(request, "Signature", 200004);
        if (isOld(timestamp)) {
            throw Envelope.refusal(200005, "请求时间超过10分钟");
        }
        if (!tokens.accepts(token)) {
            throw Envelope.refusal(10003, "token无效");
        }
        if (!signature.equals(signed(token + nonce + timestamp)) || isUsed(nonce)) {
            throw Envelope.refusal(10005, "完整性校验失败");
        }
        if (!request.header("Content-type").filter("text/json"::equals).isPresent()) {
            throw Envelope.refusal(200012, "参数错误: Content-type");
        }
    }

    /** @throws ApiRefusal unless the AppId is known and the signature over it is right and young */
    void checkTokenCall(String appId, String nonce, String timestamp, String signature) {
        if (!YoumiPlatform.APP_ID.equals(appId)) {
            throw Envelope.refusal(200007, "AppId不存在");
        }
        if (isOld(timestamp)) {
            throw Envelope.refusal(10006, "签名时间戳过期");
        }
        if (!signature.equals(signed(appId + nonce + timestamp)) || isUsed(nonce)) {
            throw Envelope.refusal(200006, "密钥错误");
        }
    }

    private synchronized boolean isUsed(String nonce) {
        return !usedNonces.add(nonce);
    }

    private boolean isOld(String timestamp) {
        if (!timestamp.matches("\\d{1,11}")) {
            return true;
        }
        Instant signed = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(signed, clock.instant()).abs().compareTo(OLDEST) > 0;
    }

    private static String header(Request request, String name, int codeIfMissing) {
        return request.header(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> Envelope.refusal(codeIfMissing, "缺少请求头: " + name));
    }

    /** What the document shows: {@code urlencode(base64(HMAC-SHA1(...)))}, the escapes in lower case. */
    static String signed(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(YoumiPlatform.APP_KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            String base64 = Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
            return ESCAPE.matcher(URLEncoder.encode(base64, StandardCharsets.UTF_8))
                    .replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
