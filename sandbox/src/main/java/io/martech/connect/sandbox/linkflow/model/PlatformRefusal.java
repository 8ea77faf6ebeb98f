package io.martech.connect.sandbox.linkflow.model;

/** A business error: the request is answered with a status and the envelope {@code {"domain","code","message"}}. */
public final class PlatformRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    public PlatformRefusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** 500 B00010, as documented for contacts and tags. */
    public static PlatformRefusal illegalParameter(String what) {
        return new PlatformRefusal(500, "B00010", "参数不合法: " + what);
    }

    /** 500 B00002, as documented for tags. */
    public static PlatformRefusal missingParameter(String what) {
        return new PlatformRefusal(500, "B00002", "必填参数为空: " + what);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
