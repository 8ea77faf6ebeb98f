package io.martech.connect.client.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.RawAnswer;
import io.martech.connect.client.Verdict;
import io.martech.connect.client.VerdictRules;
import java.time.Instant;

/**
 * How answers to {@code GET /token} are understood: like all others, but nothing can be authenticated again, and what the
 * platform itself refuses with a 4xx is a wrong key or secret.
 */
final class LinkflowTokenVerdicts implements VerdictRules {

    private static final String CHECK_KEYS =
            ". Check linkflow.app.key and linkflow.app.secret against the private App in Linkflow";

    private final LinkflowVerdicts general;

    LinkflowTokenVerdicts(LinkflowVerdicts general) {
        this.general = general;
    }

    @Override
    public Verdict judge(ApiRequest request, RawAnswer answer, Instant serverTime) {
        Verdict verdict = general.judge(request, answer, serverTime);
        if (verdict.isOk()) {
            return holdsToken(verdict.body())
                    ? verdict
                    : Verdict.unknown("answered HTTP 200 without a usable \"token\"");
        }
        boolean refused = verdict.category() == Category.AUTHENTICATE
                || verdict.category() == Category.SPLIT
                || (verdict.isUnknown() && answer.status() >= 400 && answer.status() < 500);
        if (refused) {
            return verdict.turnedInto(Category.STOP, verdict.reason() + ": it refuses the credentials" + CHECK_KEYS);
        }
        return verdict.isUnknown()
                ? verdict.turnedInto(
                        verdict.category(),
                        verdict.reason() + ". If this stays, it may refuse the credentials" + CHECK_KEYS)
                : verdict;
    }

    /** It becomes a header, where only visible ASCII may stand. */
    private static boolean holdsToken(JsonNode body) {
        String token = body.path("token").asText("");
        return !token.isBlank() && token.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
