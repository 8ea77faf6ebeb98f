package io.martech.connect.benchmark.setting;

/** Something that has nothing to do with speed went wrong, so that nothing could be measured. */
public final class BenchmarkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BenchmarkException(String message) {
        super(message);
    }

    public BenchmarkException(String message, Throwable cause) {
        super(message, cause);
    }
}
