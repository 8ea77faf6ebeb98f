package io.martech.connect.client.youmi;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.response.Classification;
import io.martech.connect.client.response.RawResponse;
import io.martech.connect.client.response.ResponseClassifier;
import java.time.Instant;

/**
 * Classifies the responses to {@code POST /GetAccessToken} like all others, but never as AUTHENTICATE: what would mean
 * that elsewhere is a wrong AppId or key here.
 */
final class YoumiTokenClassifier implements ResponseClassifier {

    private static final String CHECK_KEYS = ". Check youmi.app.id and youmi.app.key against those issued by Youmi";

    private final YoumiClassifier general;
    private final TokenField field;

    YoumiTokenClassifier(YoumiClassifier general, TokenField field) {
        this.general = general;
        this.field = field;
    }

    @Override
    public Classification judge(ApiRequest request, RawResponse answer, Instant serverTime) {
        Classification classification = general.judge(request, answer, serverTime);
        if (classification.isOk()) {
            return field.isIn(classification.body())
                    ? classification
                    : Classification.unknown("answered success without a usable \"" + field.name()
                            + "\" in \"values\", whose fields are: " + TokenField.namesIn(classification.body())
                            + ". The token's field is undocumented: set youmi.token.field to the one that holds it");
        }
        if (classification.category() == Category.AUTHENTICATE) {
            return classification.turnedInto(
                    Category.STOP, classification.reason() + ": it refuses the credentials" + CHECK_KEYS);
        }
        boolean isUndocumented = classification.code() != null
                && YoumiCodes.classificationOf(classification.code(), classification.reason()) == null;
        return classification.isUnknown() && isUndocumented
                ? classification.turnedInto(
                        classification.category(),
                        classification.reason() + ". If this persists, it may refuse the credentials" + CHECK_KEYS)
                : classification;
    }
}
