package io.martech.connect.sandbox.linkflow.model;

import java.util.List;

/** Cuts a page out of a list. */
public final class Page {

    private Page() {}

    /** @param index of the page, from 0 */
    public static <T> List<T> of(List<T> rows, long index, int size) {
        long first = Math.min(index * size, rows.size());
        long end = Math.min(first + size, rows.size());
        return rows.subList((int) first, (int) end);
    }
}
