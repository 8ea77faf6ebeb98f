package io.martech.connect.source.youmi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.Json;
import io.martech.connect.schema.TopicSchema;
import io.martech.connect.schema.youmi.YoumiSchemas;
import io.martech.connect.source.endpoint.ListEndpoint;
import java.util.List;

/** The lists of Youmi, in the order of its document. */
public final class YoumiEndpoints {

    private static final String STAFF_WECHAT = "/staff/GetStaffWechat";

    /**
     * Accounts that staff chat with (运营号配置); the path is spelled like this. It returns personal accounts unless
     * {@code ad_wechat_lei} says otherwise (0 personal, 3 WeCom), so both kinds are requested. Most of its numbers are
     * counts of friends, groups or views, which change all the time.
     */
    private static final ListEndpoint<YoumiSourceOptions> WECHAT_ACCOUNTS = list(
                    "wechat-accounts", "/WeCaht", YoumiSchemas.WECHAT_ACCOUNT)
            .forEach("ad_wechat_lei", YoumiSourceOptions::accountKinds)
            .distrustingEmptyAnswers();

    /** Staff (员工配置), including former members (-1, which is also the default). */
    private static final ListEndpoint<YoumiSourceOptions> STAFF = list("staff", "/staff", YoumiSchemas.STAFF)
            .with("ad_staff_state", -1)
            .single(key -> ApiRequest.get("staff", "/staff")
                    .with("ad_staff_state", -1)
                    .with("ad_staff_code", key.path("ad_staff_code").asText()));

    /** Categories of labels (标签分类). */
    private static final ListEndpoint<YoumiSourceOptions> LABEL_CATEGORIES =
            list("label-categories", "/Label", YoumiSchemas.LABEL_CATEGORY);

    /** Labels of all categories (-1); the path is spelled like this (标签配置). */
    private static final ListEndpoint<YoumiSourceOptions> LABELS =
            list("labels", "/wecahtlabel", YoumiSchemas.LABEL).with("categories", -1);

    /** Groups of accounts that an advertisement leads to (投放组配置). Two of its arrays are sent as texts. */
    private static final ListEndpoint<YoumiSourceOptions> AD_GROUPS = list(
                    "ad-groups", "/AdManage", YoumiSchemas.AD_GROUP)
            .shaped(row -> unpackedIn(row, List.of("ad_brand_welist", "wechats")));

    /**
     * Attributes that the merchant has defined for friends (好友自定义属性配置). The choices are sent twice, as an array
     * ({@code customValJsonStr}) and as its text ({@code customVal}).
     */
    private static final ListEndpoint<YoumiSourceOptions> CUSTOM_ATTRIBUTES = list(
                    "custom-attributes", "/friend/GetCustomAttributeList", YoumiSchemas.CUSTOM_ATTRIBUTE)
            .shaped(row -> unpackedIn(row, List.of("customVal")));

    /**
     * The accounts that each member of staff manages (员工管理运营机); without a code, those of all staff. A POST that only
     * reads.
     */
    private static final ListEndpoint<YoumiSourceOptions> STAFF_WECHAT_ACCOUNTS = ListEndpoint.<YoumiSourceOptions>of(
                    ApiRequest.post("staff-wechat-accounts", STAFF_WECHAT, Json.object())
                            .expecting(Expectation.array()),
                    YoumiSchemas.STAFF_WECHAT_ACCOUNT)
            .ignoring(YoumiSourceOptions::counters)
            .single(key -> ApiRequest.post(
                    "staff-wechat-accounts",
                    STAFF_WECHAT,
                    Json.object().set("ad_staff_code", key.path("ad_staff_code"))));

    /** All of these lists; docs/resources.md is generated from them. */
    public static final List<ListEndpoint<YoumiSourceOptions>> ALL = List.of(
            WECHAT_ACCOUNTS, STAFF, LABEL_CATEGORIES, LABELS, AD_GROUPS, CUSTOM_ATTRIBUTES, STAFF_WECHAT_ACCOUNTS);

    private YoumiEndpoints() {}

    private static ListEndpoint<YoumiSourceOptions> list(String name, String path, TopicSchema schema) {
        return ListEndpoint.<YoumiSourceOptions>get(name, path, schema).ignoring(YoumiSourceOptions::counters);
    }

    /**
     * Parses the arrays in these fields, which the platform sends as texts. The text is unchanged; the array is added
     * under the same name with the suffix {@code _items}. Nothing is added for a text that is not an array. The
     * document's table declares such a field as an array, so one that is sent as an array is added in the same way.
     */
    static JsonNode unpackedIn(JsonNode row, List<String> fields) {
        if (fields.isEmpty() || !row.isObject()) {
            return row;
        }
        ObjectNode unpacked = row.deepCopy();
        for (String field : fields) {
            JsonNode array = arrayIn(row.path(field));
            if (array.isArray()) {
                unpacked.set(field + "_items", array);
            }
        }
        return unpacked;
    }

    private static JsonNode arrayIn(JsonNode field) {
        try {
            return field.isTextual() ? Json.read(field.textValue()) : field;
        } catch (JsonProcessingException noJson) {
            return field;
        }
    }
}
