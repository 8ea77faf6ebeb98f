package io.martech.connect.client.youmi;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.RawAnswer;
import io.martech.connect.client.Verdict;
import io.martech.connect.client.VerdictRules;
import java.time.Instant;

/**
 * How answers to {@code POST /GetAccessToken} are understood: like all others, but nothing can be authenticated again, so
 * what would ask for that is a wrong AppId or key.
 */
final class YoumiTokenVerdicts implements VerdictRules {

    private static final String CHECK_KEYS = ". Check youmi.app.id and youmi.app.key against what Youmi gave you";

    private final YoumiVerdicts general;
    private final TokenField field;

    YoumiTokenVerdicts(YoumiVerdicts general, TokenField field) {
        this.general = general;
        this.field = field;
    }

    @Override
    public Verdict judge(ApiRequest request, RawAnswer answer, Instant serverTime) {
        Verdict verdict = general.judge(request, answer, serverTime);
        if (verdict.isOk()) {
            return field.isIn(verdict.body())
                    ? verdict
                    : Verdict.unknown("answered success without a usable \"" + field.name()
                            + "\" in \"values\", whose fields are: " + TokenField.namesIn(verdict.body())
                            + ". No document names the token's field: set youmi.token.field to the one that holds it");
        }
        if (verdict.category() == Category.AUTHENTICATE) {
            return verdict.turnedInto(Category.STOP, verdict.reason() + ": it refuses the credentials" + CHECK_KEYS);
        }
        boolean isUndocumented =
                verdict.code() != null && YoumiCodes.verdictOf(verdict.code(), verdict.reason()) == null;
        return verdict.isUnknown() && isUndocumented
                ? verdict.turnedInto(
                        verdict.category(),
                        verdict.reason() + ". If this stays, it may refuse the credentials" + CHECK_KEYS)
                : verdict;
    }
}
