package io.martech.connect.client.youmi;

import io.martech.connect.client.Category;
import io.martech.connect.client.response.Classification;

/** The meaning of the documented error codes (errmsg). */
final class YoumiCodes {

    private YoumiCodes() {}

    /**
     * @param said what was answered, for the message
     * @return null for an undocumented code
     */
    static Classification classificationOf(String code, String said) {
        return switch (code) {
            case "10003" -> Classification.of(Category.AUTHENTICATE, said + ": the token is not valid");
            case "10011" -> Classification.of(Category.AUTHENTICATE, said + ": the token was not accepted");
            case "10005" ->
                stop(said, "the signature does not match. Check youmi.app.key; it belongs to the AppId youmi.app.id");
            case "10006", "200005" -> tooOld(said);
            case "200001", "200002", "200003", "200004" ->
                stop(
                        said,
                        "one of the headers access_token, Nonce, Timestamp and Signature is missing. A proxy in between may"
                                + " drop headers, nginx by default those with an underscore (underscores_in_headers)");
            case "200006" -> stop(said, "the key is wrong. Check youmi.app.key");
            case "200007" -> stop(said, "there is no such AppId. Check youmi.app.id, and youmi.url");
            case "200011" -> Classification.retry(said + ": a server error");
            case "200012" -> stop(said, "it does not accept the parameters");
            default -> null;
        };
    }

    /** The retry is signed with the time of this very response, so it is correct even if the worker's clock is wrong. */
    private static Classification tooOld(String said) {
        return Classification.unknown(said
                + ": the signature is older than ten minutes by its clock. It is signed by the Date header of its"
                + " answers; if that is missing or wrong, keep the worker's clock synchronised (NTP)");
    }

    private static Classification stop(String said, String why) {
        return Classification.of(Category.STOP, said + ": " + why);
    }
}
