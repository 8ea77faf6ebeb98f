package io.martech.connect.sandbox.m1world.account;

import java.util.Optional;

/** The fields that every contact has. */
public enum OriginField {
    FULL_NAME("fullName", "姓名"),
    GENDER("gender", "性别"),
    BIRTHDAY("birthday", "生日"),
    COMPANY_NAME("companyName", "公司"),
    JOB_TITLE("jobTitle", "职位"),
    EMAIL("email", "邮箱"),
    WORK_PHONE("workPhone", "电话"),
    MOBILE_PHONE("mobilePhone", "手机"),
    WEBSITE("website", "网址"),
    FAX("fax", "传真"),
    COUNTRY("country", "国家"),
    PROVINCE("province_zh", "省份"),
    CITY("city_zh", "城市"),
    ADDRESS("address", "地址"),
    POST_CODE("postCode", "邮编"),
    QQ("qQ", "QQ"),
    WEIBO("weibo", "微博"),
    WEIXIN("weixin", "微信"),
    NOTES("notes", "备注");

    private final String key;
    private final String title;

    OriginField(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** The name in {@code /contact/add} and in the list. */
    public String key() {
        return key;
    }

    /** The name that people see. */
    public String title() {
        return title;
    }

    static Optional<OriginField> ofAdd(String name) {
        for (OriginField field : values()) {
            if (field.key.equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /**
     * The name in {@code /contact/edit}, which says {@code province} and {@code city} where {@code /contact/add} says
     * {@code province_zh}. In {@code /contact/setting} too: the document cuts its example off before these fields, but the columns
     * of an edit have the form of that list.
     */
    public String keyInEdit() {
        return switch (this) {
            case PROVINCE -> "province";
            case CITY -> "city";
            default -> key;
        };
    }

    static Optional<OriginField> ofEdit(String name) {
        for (OriginField field : values()) {
            if (field.keyInEdit().equals(name)) {
                return Optional.of(field);
            }
        }
        return ofAdd(name);
    }
}
