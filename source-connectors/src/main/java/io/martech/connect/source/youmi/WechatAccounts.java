package io.martech.connect.source.youmi;

import io.martech.connect.schema.youmi.YoumiSchemas;

/**
 * Accounts that staff chat with: {@code GET WeCaht}, spelled so (运营号配置). It answers personal accounts unless
 * {@code ad_wechat_lei} says otherwise (0 personal, 3 WeCom), so both are asked for; the table of the answer's fields names
 * other kinds for the same numbers. Most of its numbers count friends, groups or views, and move all the time.
 */
final class WechatAccounts {

    static final YoumiList LIST = YoumiList.get("wechat-accounts", "/WeCaht", YoumiSchemas.WECHAT_ACCOUNT)
            .with("ad_wechat_lei", YoumiSourceConfig::accountKinds);

    private WechatAccounts() {}
}
