package io.martech.connect.sink.m1world;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code contact.operation}: the effect on a contact that exists already. */
enum ContactOperation {
    /** 合并: the record is merged into it. */
    MERGE("2"),
    /** 新增: it is unchanged, and another one is added. A retry after an ambiguous failure adds one more. */
    ADD("3"),
    /** 覆盖: it is replaced as a whole. */
    OVERWRITE("1"),
    /** Through {@code /contact/edit}: contacts with an equal unique field are changed. */
    UPDATE(null);

    private final String opType;

    ContactOperation(String opType) {
        this.opType = opType;
    }

    /** The parameter of {@code /contact/add}; null for an edit. */
    String opType() {
        return opType;
    }

    /** The word in configurations. */
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
