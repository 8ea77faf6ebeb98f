package io.martech.connect.sandbox.http;

/**
 * One setting of a simulator. It may be changed while requests are served. Thread-safe.
 *
 * @param <O> the settings that it belongs to, so that several can be set in one chain
 */
public final class Setting<O, T> {
    private final O owner;
    private volatile T value;

    /** A setting with the value that holds unless another one is set. */
    public Setting(O owner, T value) {
        this.owner = owner;
        this.value = value;
    }

    public T get() {
        return value;
    }

    /** Sets what holds from now on. */
    public O set(T newValue) {
        value = newValue;
        return owner;
    }
}
