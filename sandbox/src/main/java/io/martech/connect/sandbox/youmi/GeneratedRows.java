package io.martech.connect.sandbox.youmi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.JsonText;
import java.util.SplittableRandom;

/** Rows with every field of the document's examples. What identifies a row follows from its number, the rest is drawn. */
final class GeneratedRows {

    private static final String[] NAMES = {"客户意向", "职务", "A.客户级别", "景田百岁山广告", "爱好", "结婚纪念日", "😀 秀逗吖Q."};
    private static final int CATEGORIES = 7;
    private static final int STAFF = 9;

    private final SplittableRandom random;

    GeneratedRows(SplittableRandom random) {
        this.random = random;
    }

    /** @param number of the row within its list, from 1 */
    ObjectNode row(YoumiList list, long number) {
        return switch (list) {
            case WECHAT_ACCOUNTS -> wechatAccount(number);
            case STAFF -> staff(number);
            case LABEL_CATEGORIES -> labelCategory(number);
            case LABELS -> label(number);
            case AD_GROUPS -> adGroup(number);
            case CUSTOM_ATTRIBUTES -> customAttribute(number);
            case STAFF_WECHAT_ACCOUNTS -> staffWechatAccount(number);
        };
    }

    /** Every third account is one of WeCom; the counters are drawn too. */
    private ObjectNode wechatAccount(long number) {
        ObjectNode row = identity(number);
        row.put("ad_wechat_addtime", time('T') + "+08:00");
        row.putNull("ad_wechat_usercode");
        for (String counter : YoumiPlatform.COUNTERS) {
            row.put(counter, random.nextInt(5_000));
        }
        row.put("ad_wechat_weight", 0);
        row.put("ad_wechat_friends", random.nextBoolean());
        row.put("ad_wechat_chat", true);
        row.putNull("ad_state");
        row.put("ad_wechat_initiative", false);
        row.put("ad_wechat_passive", false);
        row.put("ad_wechat_y3", true);
        row.put("ad_receive_code", random.nextBoolean() ? code(random.nextInt(STAFF)) : null);
        row.putNull("ad_key_code");
        row.putNull("ad_chatroom_code");
        row.put("ad_wechat_push", random.nextBoolean());
        row.put("is_receiveaddfriendtask", random.nextInt(2));
        row.put("ad_wechat_lei", number % 3 == 0 ? 3 : 0);
        row.put("ad_wechat_record", false);
        row.put("imei", random.nextBoolean() ? Long.toString(random.nextLong(1_000_000_000_000L)) : null);
        return row;
    }

    private ObjectNode staff(long number) {
        ObjectNode row = JsonText.object();
        row.put("ad_staff_code", code(number));
        row.put("ad_staff_name", name());
        row.put("ad_staff_state", random.nextInt(2));
        row.put("ad_self_user", random.nextBoolean() ? code(random.nextInt(STAFF)) : null);
        return row;
    }

    private ObjectNode labelCategory(long number) {
        ObjectNode row = JsonText.object();
        row.put("ad_label_id", 100 + number);
        row.put("ad_label_name", name());
        row.put("ad_choose", random.nextInt(2));
        return row;
    }

    private ObjectNode label(long number) {
        ObjectNode row = JsonText.object();
        row.put("ad_label_info_id", 900 + number);
        row.put("ad_label_info_name", name());
        row.put("ad_label_id", 101 + number % CATEGORIES);
        row.put("ad_label_time", time('T') + "." + (100_000 + random.nextInt(900_000)) + "+08:00");
        row.putNull("merchant_id");
        row.put("ad_label_name", NAMES[(int) (number % CATEGORIES)]);
        row.put("ad_choose", random.nextInt(2));
        return row;
    }

    /** Its arrays are texts, with the blanks of the example; every fifth has no account, and null for their codes. */
    private ObjectNode adGroup(long number) {
        ObjectNode row = JsonText.object();
        boolean isEmpty = number % 5 == 0;
        ArrayNode ids = JsonText.array();
        ArrayNode accounts = JsonText.array();
        for (int i = isEmpty ? 0 : 1 + random.nextInt(3); i > 0; i--) {
            ids.add(Integer.toString(3_500 + random.nextInt(100)));
            ObjectNode account = accounts.addObject();
            account.put("ad_wechat_nober", "dong" + random.nextInt(100_000));
            account.put("ad_wechat_qrcode", "http://7nimg.agsoft.net/" + random.nextInt(1_000) + "\"qr\".png");
        }
        row.put("ad_brand_id", 150 + number);
        row.put("ad_brand_name", name());
        row.put("ad_brand_code", String.format("%03d", random.nextInt(1_000)));
        row.put("ad_brand_welist", spaced(ids));
        row.put("merchantid", "640462692");
        row.put("ad_wechat_nick", isEmpty ? null : "P05(dong23287)");
        row.put("wechats", isEmpty ? null : spaced(accounts));
        row.put("ad_brand_region_code", "360800");
        return row;
    }

    private ObjectNode customAttribute(long number) {
        ObjectNode row = JsonText.object();
        ArrayNode choices = JsonText.array();
        boolean hasChoices = number % 2 == 0;
        for (int i = 1; hasChoices && i <= 1 + random.nextInt(4); i++) {
            choices.addObject().put("key", name()).put("value", Integer.toString(i));
        }
        String added = time('T');
        row.put("id", Long.toString(10 + number));
        row.put("sort", random.nextInt(9));
        row.putNull("merchantId");
        row.put("customName", name());
        row.put("customType", hasChoices ? 4 : 1);
        row.put("customLength", random.nextInt(50));
        row.put("customIsred", random.nextBoolean());
        row.put("customAddtime", added + ".946993+08:00");
        row.put("customAddtimeStr", added.replace('T', ' '));
        row.set("customValJsonStr", choices);
        row.put("customDateformat", "YYYY-MM-DD");
        row.put("customVal", spaced(choices));
        return row;
    }

    private ObjectNode staffWechatAccount(long number) {
        ObjectNode row = JsonText.object();
        row.put("ad_staff_code", code(number % STAFF));
        row.setAll(identity(number));
        return row;
    }

    private ObjectNode identity(long number) {
        ObjectNode row = JsonText.object();
        row.put("ad_wechat_id", 3_500 + number);
        row.put("ad_wechat_nober", "zznn" + number);
        row.put("ad_wechat_nick", "P" + random.nextInt(100));
        row.put("ad_wechat_nickname", name());
        row.put("ad_wechat_qrcode", "http://7nimg.agsoft.net/" + number + ".png");
        row.put("ad_original_nober", "wxid_" + number);
        return row;
    }

    private String name() {
        return NAMES[random.nextInt(NAMES.length)] + random.nextInt(1_000_000);
    }

    private String time(char separator) {
        return String.format(
                "20%02d-%02d-%02d%s%02d:%02d:%02d",
                10 + random.nextInt(15),
                1 + random.nextInt(12),
                1 + random.nextInt(28),
                separator,
                random.nextInt(24),
                random.nextInt(60),
                random.nextInt(60));
    }

    private static String code(long number) {
        return String.format("b%02d", number);
    }

    /** As the document's examples have it, with blanks after commas and around colons. */
    private static String spaced(ArrayNode array) {
        return array.toString().replace("\",\"", "\", \"").replace("\":\"", "\" : \"");
    }
}
