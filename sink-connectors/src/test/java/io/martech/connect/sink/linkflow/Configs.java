package io.martech.connect.sink.linkflow;

import io.martech.connect.sink.contract.TestConfig;
import java.util.HashMap;
import java.util.Map;

/** Configurations of the sinks. */
public final class Configs {

    static final String CHANNEL = "udc_12SyQfFmg";

    static final String TABLE = "products";
    static final String GROUP = "双11vip客户";

    private Configs() {}

    /** The least that a sink of contacts needs, and what is given on top, as key, value, key, value; null takes a key away. */
    public static Map<String, String> contacts(String... more) {
        Map<String, String> config = new HashMap<>();
        config.put("linkflow.app.key", "key");
        config.put("linkflow.app.secret", "secret");
        config.put("channel.key", CHANNEL);
        config.put("message.domain", "contact");
        config.put("identity.fields", "mobilePhone:mobilePhone,email:email");
        return TestConfig.with(config, more);
    }

    public static Map<String, String> events(String... more) {
        return TestConfig.with(contacts("message.domain", "event", "event.name", "PAID"), more);
    }

    public static Map<String, String> orders(String... more) {
        return TestConfig.with(
                contacts("message.domain", "order", "identity.fields", "receiverMobile:mobilePhone"), more);
    }

    /** The least that a sink of a dimension table needs. */
    static Map<String, String> dimensions(String... more) {
        Map<String, String> config = new HashMap<>();
        config.put("linkflow.app.key", "key");
        config.put("linkflow.app.secret", "secret");
        config.put("dimension.alias", TABLE);
        config.put("dimension.key.columns", "id");
        return TestConfig.with(config, more);
    }

    /** The least that a sink of group members needs. */
    static Map<String, String> members(String... more) {
        Map<String, String> config = new HashMap<>();
        config.put("linkflow.app.key", "key");
        config.put("linkflow.app.secret", "secret");
        config.put("contact.id.field", "contactId");
        config.put("group.name", GROUP);
        return TestConfig.with(config, more);
    }

    /** The least that a sink of tag values needs. */
    public static Map<String, String> tags(String... more) {
        Map<String, String> config = new HashMap<>();
        config.put("linkflow.app.key", "key");
        config.put("linkflow.app.secret", "secret");
        config.put("identity.fields", "mobilePhone:mobilePhone,email:email");
        return TestConfig.with(config, more);
    }

    /** The least that a sink of tag values in files needs; it does not wait long. */
    static Map<String, String> tagFiles(String... more) {
        return TestConfig.with(
                tags(
                        "tags.write.mode",
                        "files",
                        "identity.fields",
                        "mobilePhone:mobilePhone",
                        "tags.calculation.poll.interval.ms",
                        "5",
                        "linger.ms",
                        "100"),
                more);
    }
}
