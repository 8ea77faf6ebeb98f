package io.martech.connect.sandbox.m1world;

import io.martech.connect.sandbox.http.RequestFields;
import io.martech.connect.sandbox.m1world.account.M1worldQuirks;
import io.martech.connect.sandbox.m1world.account.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/** Reads parameters as the platform does: what is missing or cannot be read is E10103. */
final class CallParameters {

    private final M1worldQuirks quirks;
    private final Refusals refusals;

    CallParameters(M1worldQuirks quirks, Refusals refusals) {
        this.quirks = quirks;
        this.refusals = refusals;
    }

    String required(RequestFields fields, String name) {
        return fields.get(name).filter(text -> !text.isBlank()).orElseThrow(() -> refusals.parameter(name));
    }

    long number(RequestFields fields, String name) {
        return number(name, required(fields, name));
    }

    /** {@code [id1,id2]}. */
    List<Long> ids(RequestFields fields, String name) {
        String text = required(fields, name).trim();
        if (!text.startsWith("[") || !text.endsWith("]")) {
            throw refusals.parameter(name);
        }
        List<Long> ids = new ArrayList<>();
        for (String id : text.substring(1, text.length() - 1).split(",")) {
            ids.add(number(name, id.trim().replace("\"", "")));
        }
        return ids;
    }

    /** From {@code start} to {@code end}, epoch milliseconds, both included. */
    LongPredicate span(RequestFields fields) {
        long start = number(fields, "start");
        long end = number(fields, "end");
        return time -> time >= start && time <= end;
    }

    /** The rows of a page. @param largest the most that a page holds, whatever is asked for */
    <T> List<T> page(RequestFields fields, List<T> rows, int largest) {
        long page = number(fields, "page") - quirks.firstPage.get();
        long limit = number(fields, "limit");
        if (page < 0 || limit < 1) {
            throw refusals.parameter("page");
        }
        long size = Math.min(limit, largest);
        int from = (int) Math.min(rows.size(), page * size);
        return rows.subList(from, (int) Math.min(rows.size(), from + size));
    }

    private long number(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw refusals.parameter(name);
        }
    }
}
