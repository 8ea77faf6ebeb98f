package io.martech.connect.sink.m1world;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The documented fields of a contact ("新增联系人"); all others are custom fields. */
enum ContactField {
    FULL_NAME("fullName"),
    GENDER("gender"),
    BIRTHDAY("birthday"),
    COMPANY_NAME("companyName"),
    JOB_TITLE("jobTitle"),
    EMAIL("email"),
    WORK_PHONE("workPhone"),
    MOBILE_PHONE("mobilePhone"),
    WEBSITE("website"),
    FAX("fax"),
    COUNTRY("country"),
    /** {@code province} in an edit; in a read contact, a number has that name. */
    PROVINCE("province_zh", "province"),
    /** With a trailing blank in the document's example of adding, which is a mistake; {@code city} in an edit. */
    CITY("city_zh", "city"),
    ADDRESS("address"),
    POST_CODE("postCode"),
    QQ("qQ"),
    WEIBO("weibo"),
    WEIXIN("weixin"),
    NOTES("notes");

    private static final Map<String, ContactField> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(ContactField::nameInAdd, Function.identity()));

    private final String nameInAdd;
    private final String nameInEdit;

    ContactField(String name) {
        this(name, name);
    }

    ContactField(String nameInAdd, String nameInEdit) {
        this.nameInAdd = nameInAdd;
        this.nameInEdit = nameInEdit;
    }

    /** The name in {@code /contact/add} and for users. */
    String nameInAdd() {
        return nameInAdd;
    }

    /** The name in {@code /contact/edit}. */
    String nameInEdit() {
        return nameInEdit;
    }

    static Optional<ContactField> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
