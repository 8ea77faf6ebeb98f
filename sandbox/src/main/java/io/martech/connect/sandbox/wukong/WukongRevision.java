package io.martech.connect.sandbox.wukong;

/** The public revisions of the platform's document that a client may follow. */
public enum WukongRevision {
    /** {@code appid} and {@code appsecret}; {@code /openv1/list}; leads by {@code wk_uid}; {@code /importv1/potential}. */
    V1,
    /**
     * {@code app_id}, {@code app_secret} and {@code grant_type}; {@code /openv1/lists}; leads by {@code list_id};
     * {@code /openv1/import}.
     */
    V2
}
