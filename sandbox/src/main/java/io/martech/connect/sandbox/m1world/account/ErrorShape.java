package io.martech.connect.sandbox.m1world.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.JsonText;
import java.util.function.BiFunction;

/** Where an error answer holds its code. The document lists the codes and shows no error answer. */
public enum ErrorShape {
    /** {@code {"success":false,"code":"E10103","message":"…"}}. */
    CODE_ON_TOP((code, message) -> unsuccessful().put("code", code).put("message", message)),

    /** {@code {"success":false,"data":{"code":"E10103","message":"…"}}}. */
    CODE_IN_DATA((code, message) -> {
        ObjectNode answer = unsuccessful();
        answer.putObject("data").put("code", code).put("message", message);
        return answer;
    }),

    /** {@code {"success":false,"data":"E10103"}}. */
    CODE_AS_DATA((code, message) -> unsuccessful().put("data", code)),

    /** {@code {"success":false,"data":"E10103 …"}}: the code is the beginning of a text. */
    TEXT_AS_DATA((code, message) -> unsuccessful().put("data", code + " " + message)),

    /** {@code {"code":"E10103","message":"…"}}: nothing says that it is no success. */
    WITHOUT_SUCCESS((code, message) -> JsonText.object().put("code", code).put("message", message));

    private final BiFunction<String, String, ObjectNode> form;

    ErrorShape(BiFunction<String, String, ObjectNode> form) {
        this.form = form;
    }

    public ObjectNode render(String code, String message) {
        return form.apply(code, message);
    }

    private static ObjectNode unsuccessful() {
        return JsonText.object().put("success", false);
    }
}
