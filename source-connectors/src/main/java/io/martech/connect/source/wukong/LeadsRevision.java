package io.martech.connect.source.wukong;

import java.util.Locale;

/** The two public revisions of Wukong's API ({@code wukong.api.revision}). */
enum LeadsRevision {
    /** The current revision: {@code /openv1/list}, leads by {@code wk_uid}. */
    V1("/openv1/list", "wk_uid"),
    /** The later revision: {@code /openv1/lists}, leads by {@code list_id}. */
    V2("/openv1/lists", "list_id");

    private final String listsPath;
    private final String leadsFilter;

    LeadsRevision(String listsPath, String leadsFilter) {
        this.listsPath = listsPath;
        this.leadsFilter = leadsFilter;
    }

    static LeadsRevision of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    String listsPath() {
        return listsPath;
    }

    /** The parameter that leads can be filtered by. */
    String leadsFilter() {
        return leadsFilter;
    }
}
