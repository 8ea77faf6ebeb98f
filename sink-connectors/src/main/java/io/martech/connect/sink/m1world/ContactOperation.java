package io.martech.connect.sink.m1world;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code contact.operation}: what becomes of a contact that the platform has already. */
enum ContactOperation {
    /** 合并: what a record says is laid over it. */
    MERGE("2"),
    /** 新增: it stays, and another one is added. Repeated after an ambiguous failure, it adds one more. */
    ADD("3"),
    /** 覆盖: nothing of it stays. */
    OVERWRITE("1"),
    /** Through {@code /contact/edit}: those with an equal unique field are changed. */
    UPDATE(null);

    private final String opType;

    ContactOperation(String opType) {
        this.opType = opType;
    }

    /** The parameter of {@code /contact/add}; null for an edit. */
    String opType() {
        return opType;
    }

    /** As users write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ContactOperation of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    static List<String> words() {
        return Arrays.stream(values()).map(ContactOperation::word).toList();
    }
}
