package io.martech.connect.source.youmi;

import io.martech.connect.schema.youmi.YoumiSchemas;

/** Categories of labels: {@code GET Label} (标签分类). */
final class LabelCategories {

    static final YoumiList LIST = YoumiList.get("label-categories", "/Label", YoumiSchemas.LABEL_CATEGORY);

    private LabelCategories() {}
}
