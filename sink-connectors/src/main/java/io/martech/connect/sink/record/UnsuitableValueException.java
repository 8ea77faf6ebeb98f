package io.martech.connect.sink.record;

/** A value that cannot take the form that is asked for. Says where it is and what is possible, never the value. */
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

    /** The same, in the field of that name, or in a field inside it. */
    public UnsuitableValueException of(String name) {
        return new UnsuitableValueException(field.isEmpty() ? name : name + "." + field, expectation);
    }

    /** The field's name, with the names of those around it. */
    public String field() {
        return field;
    }
}
