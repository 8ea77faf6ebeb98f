package io.martech.connect.source.m1world;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.schema.m1world.M1worldSchemas;
import java.util.Set;

/** Custom properties: {@code POST /contact/property/all} (获取自定义字段列表). A POST that only reads; all in one answer. */
final class Properties {

    static final M1worldList LIST = new M1worldList(
            "properties",
            Set.of(),
            (calls, config) -> calls.array(ApiRequest.form("properties", "/contact/property/all")),
            M1worldSchemas.PROPERTY);

    private Properties() {}
}
