package io.martech.connect.source.youmi;

import io.martech.connect.schema.youmi.YoumiSchemas;

/**
 * Attributes that the merchant has defined for friends: {@code GET friend/GetCustomAttributeList} (好友自定义属性配置). The
 * choices come twice, as an array ({@code customValJsonStr}) and as the text of one ({@code customVal}).
 */
final class CustomAttributes {

    static final YoumiList LIST = YoumiList.get(
                    "custom-attributes", "/friend/GetCustomAttributeList", YoumiSchemas.CUSTOM_ATTRIBUTE)
            .unpacking("customVal");

    private CustomAttributes() {}
}
