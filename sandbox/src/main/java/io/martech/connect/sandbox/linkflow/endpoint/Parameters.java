package io.martech.connect.sandbox.linkflow.endpoint;

import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.linkflow.model.PlatformRefusal;

/** Reads query parameters as the platform does: what cannot be read is B00010. */
public final class Parameters {

    private Parameters() {}

    public static boolean isGet(Request request, String path) {
        return request.method().equals("GET") && request.path().equals(path);
    }

    static String required(Request request, String name) {
        return request.parameter(name).orElseThrow(() -> PlatformRefusal.illegalParameter(name));
    }

    static long requiredNumber(Request request, String name) {
        return number(name, required(request, name));
    }

    static long number(Request request, String name, long otherwise) {
        return request.parameter(name).map(text -> number(name, text)).orElse(otherwise);
    }

    static long number(String name, String text) {
        try {
            return Long.parseLong(text.trim());
        } catch (NumberFormatException e) {
            throw PlatformRefusal.illegalParameter(name + " [" + text + "]");
        }
    }
}
