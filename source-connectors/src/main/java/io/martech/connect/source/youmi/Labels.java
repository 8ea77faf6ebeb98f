package io.martech.connect.source.youmi;

import io.martech.connect.schema.youmi.YoumiSchemas;

/** Labels of all categories (-1): {@code GET wecahtlabel}, spelled so (标签配置). */
final class Labels {

    static final YoumiList LIST =
            YoumiList.get("labels", "/wecahtlabel", YoumiSchemas.LABEL).with("categories", -1);

    private Labels() {}
}
