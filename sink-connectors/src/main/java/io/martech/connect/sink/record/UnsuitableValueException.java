package io.martech.connect.sink.record;

/**
 * A value that cannot be converted to the required form. The message says where it is and what is accepted, never the
 * value.
 */
public final class UnsuitableValueException extends RuntimeException {

    private final String field;
    private final String expectation;

    /** @param expectation what the field must hold, as the end of a sentence that begins with its name */
    public UnsuitableValueException(String expectation) {
        this("", expectation);
    }

    private UnsuitableValueException(String field, String expectation) {
        super(
                field.isEmpty() ? "It " + expectation + "." : "The field " + field + " " + expectation + ".",
                null,
                false,
                false);
        this.field = field;
        this.expectation = expectation;
    }

    /** Returns this error for the field of that name, or for a field nested in it. */
    public UnsuitableValueException of(String name) {
        return new UnsuitableValueException(field.isEmpty() ? name : name + "." + field, expectation);
    }

    /** The field's name, prefixed with those of the enclosing fields. */
    public String field() {
        return field;
    }
}
