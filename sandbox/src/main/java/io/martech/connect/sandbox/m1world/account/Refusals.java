package io.martech.connect.sandbox.m1world.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.ApiRefusal;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Response;

/** The errors of the document's table, in the shape that the platform uses at the moment. */
public final class Refusals {

    private final M1worldQuirks quirks;

    public Refusals(M1worldQuirks quirks) {
        this.quirks = quirks;
    }

    public ApiRefusal token() {
        return refusal("E10101", "无效的Token");
    }

    public ApiRefusal permission() {
        return refusal("E10102", "无权限访问API");
    }

    /** Parameters that are missing or cannot be read: the document has one code for everything that is wrong with a request. */
    public ApiRefusal parameter(String what) {
        return refusal("E10103", "参数缺失: " + what);
    }

    public ApiRefusal quota() {
        return refusal("E10104", "API调用频繁,已超过每小时限额");
    }

    ApiRefusal batch() {
        return refusal("E00005", "每次提交导入联系人总数量不能超过1000条");
    }

    ApiRefusal account() {
        return refusal(quirks.accountLimitCode.get(), "联系人总数量超过限制");
    }

    /** An error of the authorization server, in its documented form. */
    public ApiRefusal authorization(String error, String description) {
        ObjectNode answer = JsonText.object();
        answer.put("error_description", description);
        answer.put("error", error);
        return new ApiRefusal(Response.json(quirks.authErrorStatus.get(), JsonText.bytes(answer)), error);
    }

    private ApiRefusal refusal(String code, String message) {
        ObjectNode answer = quirks.nextErrorShape().render(code, message);
        return new ApiRefusal(Response.json(quirks.errorStatus.get(), JsonText.bytes(answer)), code);
    }
}
