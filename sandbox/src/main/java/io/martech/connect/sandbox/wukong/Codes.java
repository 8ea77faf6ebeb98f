package io.martech.connect.sandbox.wukong;

/** Codes of refusals. The documents name none but that of success: these are invented. */
final class Codes {

    static final String CREDENTIALS = "40013";
    static final String CODE = "40029";
    static final String REFRESH_TOKEN = "40030";
    static final String TOO_MANY_TOKEN_CALLS = "45009";
    static final String PARAMETER = "40035";
    static final String UNKNOWN_USER_OR_LIST = "46004";
    static final String BATCH_TOO_LARGE = "45008";

    private Codes() {}
}
