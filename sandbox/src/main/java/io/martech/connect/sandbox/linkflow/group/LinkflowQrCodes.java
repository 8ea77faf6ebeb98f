package io.martech.connect.sandbox.linkflow.group;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks;
import java.time.InstantSource;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** WeCom channels and the QR codes of each: "contact me" of one or several members of staff. Thread-safe. */
public final class LinkflowQrCodes {

    private static final long FIRST_CHANNEL = 140_926_029_029_409L;

    /** A channel's codes, and its own numeric id. */
    private record Channel(long id, LinkflowDirectory codes) {}

    private final InstantSource clock;
    private final LinkflowQuirks quirks;
    private final NavigableMap<String, Channel> channels = new TreeMap<>();

    public LinkflowQrCodes(InstantSource clock, LinkflowQuirks quirks) {
        this.clock = clock;
        this.quirks = quirks;
    }

    /** Adds a WeCom channel without codes. @param id such as ww0b8772cfc1ed757c */
    public synchronized void addChannel(String id) {
        channels.put(id, new Channel(FIRST_CHANNEL + channels.size(), new LinkflowDirectory(clock, quirks, 2)));
    }

    /** Adds a code to a channel; ids are unique within one. @return its id */
    public synchronized long add(String channel, String remark) {
        Channel known = channels.get(channel);
        return known.codes.add(code -> {
            code.put("configId", "7c4028ec8fc99597bf28cc8791f9aa71");
            code.put("qrCode", "https://wework.qpic.cn/wwpic/8350_c_NNsuGtQQyhaO4_1658198622/0");
            code.put("tenantId", 1);
            code.put("channelId", known.id);
            code.putObject("utm").put("source", "新建来源").put("campaign", "").put("term", "新建关键字");
            code.putObject("contactWay").put("remark", remark).put("type", "SINGLE");
            code.put("isSetWelcomeMessage", false);
        });
    }

    /** The codes of a channel, to be edited and deleted. */
    public synchronized LinkflowDirectory of(String channel) {
        return channels.get(channel).codes;
    }

    /** Every code, by channel and id. */
    public synchronized NavigableMap<String, JsonNode> all() {
        NavigableMap<String, JsonNode> rows = new TreeMap<>();
        channels.forEach((name, channel) -> channel.codes.byId().forEach((id, row) -> rows.put(name + "/" + id, row)));
        return rows;
    }

    public synchronized Optional<LinkflowDirectory> find(String channel) {
        return Optional.ofNullable(channels.get(channel)).map(Channel::codes);
    }
}
