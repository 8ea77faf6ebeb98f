package io.martech.connect.sandbox.linkflow.generated;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The tenant's channels by key. Thread-safe. */
public final class Channels {

    private final Map<String, Channel> byKey = new ConcurrentHashMap<>();
    private final AtomicLong nextId = new AtomicLong(GeneratedOrder.CHANNEL);

    /** The channel of the document's examples, which generated orders come from, and one of each other type. */
    public Channels() {
        add("udc_12SyQfFmg", "UDC");
        add("ttmp_sandbox", "TTMP");
        add("wxa_sandbox", "WECHAT_WXA");
        add("youzan_sandbox", "YOUZAN");
        add("youzanself_sandbox", "YOUZANSELF");
    }

    public void add(String key, String type) {
        byKey.put(key, new Channel(nextId.getAndIncrement(), key, type));
    }

    /** The channel with that key, or null. */
    public Channel find(String key) {
        return byKey.get(key);
    }

    /** Ids by key. */
    public Map<String, Long> ids() {
        Map<String, Long> ids = new TreeMap<>();
        byKey.values().forEach(channel -> ids.put(channel.key(), channel.id()));
        return ids;
    }

    public record Channel(long id, String key, String type) {}
}
