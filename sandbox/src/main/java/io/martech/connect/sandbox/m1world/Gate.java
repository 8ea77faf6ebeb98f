package io.martech.connect.sandbox.m1world;

import io.martech.connect.sandbox.http.RequestFields;
import io.martech.connect.sandbox.http.token.RotatingTokens;
import io.martech.connect.sandbox.m1world.account.M1worldQuirks;
import io.martech.connect.sandbox.m1world.account.Refusals;

/** Who may call what, and how often: the token, the permission, the quota, in this order. */
final class Gate {

    private final M1worldQuirks quirks;
    private final RotatingTokens tokens;
    private final Quota quota;
    private final Refusals refusals;

    Gate(M1worldQuirks quirks, RotatingTokens tokens, Quota quota, Refusals refusals) {
        this.quirks = quirks;
        this.tokens = tokens;
        this.quota = quota;
        this.refusals = refusals;
    }

    /**
     * Lets a call pass.
     *
     * @param isForOauth whether the address begins with {@code /v2}, where OAuth tokens are good and the fixed key is not
     * @throws io.martech.connect.sandbox.http.ApiRefusal otherwise
     */
    void check(RequestFields fields, String path, boolean isForOauth) {
        String token = fields.get("token").orElse("");
        boolean isFixedKey = token.equals(M1worldPlatform.TOKEN);
        boolean isAtItsAddress = quirks.anyTokenAtAnyAddress.get() || isFixedKey != isForOauth;
        if (!isAtItsAddress || !(isFixedKey || tokens.accepts(token))) {
            throw refusals.token();
        }
        if (quirks.forbiddenPaths.get().contains(path)) {
            throw refusals.permission();
        }
        if (!quota.allowsCall()) {
            throw refusals.quota();
        }
    }
}
